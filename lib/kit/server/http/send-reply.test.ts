import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { safeHeaders } from '../safe-headers'
import { toApiRequest } from './api-request'
import type { Reply, StreamReply } from './reply'
import { sendReply } from './send-reply'

let http: Server | undefined
afterEach(() => {
  http?.close()
  http?.closeAllConnections()
})

interface Asking {
  readonly method?: string
  readonly 'accept-encoding'?: string
}

/** What a client gets of a reply, before it has read any of it. */
const asked = async (reply: Reply, { method = 'GET', ...headers }: Asking = {}): Promise<IncomingMessage> => {
  const server = createServer((request, response) => void sendReply(toApiRequest(request), response, reply))
  http = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const request = get({ port, host: '127.0.0.1', method, headers: { ...headers } }, resolve)
    request.once('error', reject)
  })
}

const text = (length: number): Reply => ({
  type: 'text',
  status: 201,
  headers: { 'content-type': 'application/json', vary: 'cookie' },
  text: JSON.stringify('é'.repeat(length)),
})

/** So many texts, made when they are asked for; `broken` after them, where it is given. */
const stream = (count: number, broken?: Error) => {
  const seen = { made: 0, ended: false }
  async function* texts() {
    try {
      for (let nth = 1; nth <= count; nth++) {
        seen.made = nth
        yield 'a line that is some kilobytes long '.repeat(200)
      }
      if (broken) throw broken
    } finally {
      seen.ended = true
    }
  }
  const reply: StreamReply = {
    type: 'streamed',
    status: 200,
    headers: { 'content-type': 'text/plain' },
    texts: texts(),
  }
  return { seen, reply }
}

const until = (look: () => boolean) => expect.poll(look, { interval: 1 }).toBe(true)

describe('a text', () => {
  it('comes whole, with its length in bytes', async () => {
    const response = await asked(text(10))
    expect([response.statusCode, response.headers['content-length']]).toEqual([201, '22'])
    expect((await buffer(response)).toString()).toBe(`"${'é'.repeat(10)}"`)
  })

  it('is packed where it is long and may be, and says on what that hangs', async () => {
    const response = await asked(text(5_000), { 'accept-encoding': 'br, gzip' })
    expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'cookie, accept-encoding' })
    const packed = await buffer(response)
    expect(response.headers['content-length']).toBe(String(packed.length))
    expect(gunzipSync(packed).toString()).toBe(`"${'é'.repeat(5_000)}"`)
    const plain = await asked(text(5_000))
    expect(plain.headers).toMatchObject({ vary: 'cookie, accept-encoding', 'content-length': '10002' })
    expect(plain.headers).not.toHaveProperty('content-encoding')
  })

  it('that is short is not packed', async () => {
    const { headers } = await asked(text(100), { 'accept-encoding': 'gzip' })
    expect(headers).toMatchObject({ vary: 'cookie', 'content-length': '202' })
    expect(headers).not.toHaveProperty('content-encoding')
  })

  it.each([10, 5_000])('is told of without being sent to HEAD: %i', async (length) => {
    const got = await asked(text(length), { 'accept-encoding': 'gzip' })
    const told = await asked(text(length), { method: 'HEAD', 'accept-encoding': 'gzip' })
    expect(told.headers['content-length']).toBe(got.headers['content-length'])
    expect((await buffer(told)).length).toBe(0)
  })
})

it('nothing is an answer, too', async () => {
  const response = await asked({ type: 'empty', status: 304, headers: { etag: '"1"' } })
  expect([response.statusCode, response.headers.etag, (await buffer(response)).length]).toEqual([
    304,
    '"1"',
    0,
  ])
})

describe('a stream', () => {
  it('comes whole, packed where it may be', async () => {
    const whole = (await buffer(await asked(stream(100).reply))).toString()
    const response = await asked(stream(100).reply, { 'accept-encoding': 'gzip' })
    expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(await buffer(response)).toString()).toBe(whole)
  })

  it('is made no faster than it is read', async () => {
    const { reply, seen } = stream(20_000)
    const response = await asked(reply)
    await until(() => seen.made > 1)
    let before = 0
    await until(() => {
      const stands = seen.made === before
      before = seen.made
      return stands
    })
    expect(seen.made).toBeLessThan(5_000)
    expect((await buffer(response)).length).toBe(20_000 * 7_000)
    expect(seen).toEqual({ made: 20_000, ended: true })
  })

  it.each([undefined, 'gzip'])('ends when its reader leaves (%s)', async (acceptEncoding) => {
    const { reply, seen } = stream(1_000_000)
    const response = await asked(reply, acceptEncoding ? { 'accept-encoding': acceptEncoding } : {})
    response.destroy()
    await until(() => seen.ended)
    expect(seen.made).toBeLessThan(1_000_000)
  })

  it.each([undefined, 'gzip'])('that breaks never looks whole (%s)', async (acceptEncoding) => {
    const { reply } = stream(50, new Error('gone'))
    const response = await asked(reply, acceptEncoding ? { 'accept-encoding': acceptEncoding } : {})
    await expect(buffer(response)).rejects.toThrow('aborted')
  })

  it('is not made for HEAD', async () => {
    const { reply, seen } = stream(50)
    const response = await asked(reply, { method: 'HEAD' })
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/plain'])
    expect(seen.made).toBe(0)
  })
})

describe('what keeps a browser from misreading it', () => {
  it.each([
    ['a text', text(1)],
    ['nothing', { type: 'empty', status: 204, headers: {} } as const],
    ['a stream', stream(1).reply],
  ])('is said with %s', async (_, reply) => {
    expect((await asked(reply)).headers).toMatchObject(safeHeaders)
  })
})
