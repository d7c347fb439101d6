import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createRouter } from '../../../kit/server/http/router'
import { fakeContext } from '../../testing/fake-context'
import { apiDescription } from './description'
import { shopOperations } from './shop-api'

const app = fileURLToPath(new URL('../../../../app', import.meta.url))
const { document } = apiDescription('shop.session_token')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
)

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[]
  readonly responses: Record<string, { description: string }>
}

const served = shopOperations(fakeContext()).map(({ endpoint: { method, path } }) => `${method} ${path}`)

describe('the OpenAPI document', () => {
  it('has every operation that is served, and no others', () => {
    const told = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(told.sort()).toEqual([...served].sort())
  })

  it('has what is asked for at its addresses, and its methods alone', async () => {
    const api = createRouter(shopOperations(fakeContext()))
    for (const path of Object.keys(document.paths)) {
      const asked = api('OPTIONS', path.replace(/\{\w+\}/g, 'a'))
      const methods = Object.keys(document.paths[path] ?? {}).map((method) => method.toUpperCase())
      const allow = [
        ...(methods.includes('GET') ? ['GET', 'HEAD'] : []),
        ...methods.filter((m) => m !== 'GET'),
      ]
      expect(asked).toEqual({ type: 'options', allow: [...allow, 'OPTIONS'].join(', ') })
    }
  })

  it('is of an API that Next has no part of', () => {
    expect(
      readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
        /(^|\/)route\.tsx?$/.test(file),
      ),
    ).toEqual(['sw.js/route.ts'])
    expect(existsSync(join(app, 'api'))).toBe(false)
  })

  it('refers only to what it has', () => {
    const text = JSON.stringify(document)
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(20)
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(refs)].filter((ref) => !known.includes(ref))).toEqual([])
    expect(text).not.toMatch(/"\$(id|schema|defs)"/)
  })

  it('names operations once, and declares the parameters of their paths', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { path, operation } of operations) {
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(declared.every(({ required }) => required)).toBe(true)
    }
  })

  it('describes every answer', () => {
    for (const { operation } of operations) {
      const answers = Object.entries(operation.responses)
      expect(answers.every(([status, { description }]) => /^\d{3}$/.test(status) && description)).toBeTruthy()
      expect(answers.some(([status]) => status.startsWith('2'))).toBe(true)
    }
  })

  it('tells defaults and bounds of a query', () => {
    const events = operations.find(({ operation }) => operation.operationId === 'readCartEvents')
    expect(events?.operation.parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
      }),
    )
  })
})
