import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { ApiRequest } from './api-request'
import { maxBodyBytes, readJson } from './body'

const json = 'application/json'
const request = (
  body: string | Buffer | Readable | null,
  headers: Record<string, string> = { 'content-type': json },
): ApiRequest => ({
  method: 'POST',
  path: '/',
  search: '',
  headers,
  body: body instanceof Readable ? body : Readable.from(body === null ? [] : [Buffer.from(body)]),
})

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('readJson', () => {
  it.each([json, 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'takes %s',
    async (type) => {
      expect(await readJson(request('{"a":1}', { 'content-type': type }))).toEqual({
        type: 'parsed',
        value: { a: 1 },
      })
    },
  )

  it.each(['text/plain', 'application/json; charset=latin1', 'application/jsonx'])(
    'refuses %s',
    async (type) => {
      expect(await readJson(request('{}', { 'content-type': type }))).toMatchObject({ status: 415 })
    },
  )

  it('refuses what is compressed', async () => {
    const headers = { 'content-type': json, 'content-encoding': 'gzip' }
    expect(await readJson(request('{}', headers))).toMatchObject({ status: 415 })
  })

  it('needs no content type where there is no body', async () => {
    expect(await readJson(request(null, {}))).toEqual({ type: 'parsed', value: undefined })
  })

  it('reads past a byte order mark, and not what is no UTF-8', async () => {
    expect(await readJson(request(bytes([0xef, 0xbb, 0xbf], '1')))).toEqual({ type: 'parsed', value: 1 })
    expect(await readJson(request(bytes('"', [0xff], '"')))).toMatchObject({ code: 'Malformed' })
  })

  it('survives the deepest nesting', async () => {
    expect(await readJson(request('['.repeat(maxBodyBytes)))).toMatchObject({ code: 'Malformed' })
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    expect(await readJson(request(deep))).toMatchObject({ type: 'parsed' })
  })

  it('believes the announced length before it reads', async () => {
    const unread = new Readable({
      read: () => {
        throw new Error('was read')
      },
    })
    const headers = { 'content-type': json, 'content-length': String(maxBodyBytes + 1) }
    expect(await readJson(request(unread, headers))).toMatchObject({ status: 413 })
  })

  it('answers at the limit when no length was announced, and lets the rest go by', async () => {
    let pulled = 0
    const endless = new Readable({
      read: () => {
        pulled++
        setImmediate(() => endless.push(Buffer.alloc(1024)))
      },
    })
    expect(await readJson(request(endless))).toMatchObject({ code: 'TooLarge' })
    expect(pulled).toBeLessThan(70)
    await expect.poll(() => pulled, { interval: 1 }).toBeGreaterThan(140)
    endless.destroy()
  })

  it('takes a body that breaks off as malformed', async () => {
    const broken = new Readable({ read: () => void broken.destroy(new Error('aborted')) })
    expect(await readJson(request(broken))).toMatchObject({ code: 'Malformed' })
    const left = new Readable({ read: () => void left.destroy() })
    expect(await readJson(request(left))).toMatchObject({ code: 'Malformed' })
    expect(await readJson(request(left)), 'nothing more is heard of it').toMatchObject({ code: 'Malformed' })
  })
})
