import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { apiDescription } from './description'

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

const routes = readdirSync(join(app, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts') && !file.startsWith('[[...'))
  .map((file) => ({ file, path: `/api/${dirname(file).replaceAll('[', '{').replaceAll(']', '}')}` }))

describe('the OpenAPI document', () => {
  it('has every route, and no others', () => {
    expect(routes.map(({ path }) => path).sort()).toEqual(Object.keys(document.paths).sort())
  })

  it.each(routes)('has the methods of $path', async ({ file, path }) => {
    const module = await import(join(app, 'api', file))
    const allow: string = (await module.OPTIONS()).headers.get('allow')
    const served = allow.split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
    expect(served.map((method) => method.toLowerCase())).toEqual(Object.keys(document.paths[path] ?? {}))
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
