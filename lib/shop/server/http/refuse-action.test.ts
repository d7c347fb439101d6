import { createServer, type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuseBadAction } from './refuse-action'

/** Answers with the body that Next would get to read. */
const server = createServer(async (request, response) => {
  if (await refuseBadAction(request, response)) return
  response.end(await text(request))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const call = (body: string | Buffer, headers: Record<string, string> = {}, pieces = 1) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const bytes = Buffer.from(body)
    const length = { 'content-length': String(bytes.length) }
    const own = { 'next-action': 'a1', 'content-type': 'text/plain;charset=UTF-8', ...length, ...headers }
    const sent = Object.entries(own).filter(([, value]) => value !== '')
    const request = send({ port, method: 'POST', headers: Object.fromEntries(sent) })
    request.on('response', async (response: IncomingMessage) => {
      resolve({ status: response.statusCode, body: await text(response) })
    })
    request.on('error', reject)
    const size = Math.ceil(bytes.length / pieces) || 1
    for (let at = 0; at < bytes.length; at += size) request.write(bytes.subarray(at, at + size))
    request.end()
  })

const good = JSON.stringify([{ cartId: null, note: '$$5 off', gone: '$undefined', list: [1, 'é'] }])

it.each([1, 2, 40])('hands on a call in %s pieces as it came', async (pieces) => {
  expect(await call(good, {}, pieces)).toEqual({ status: 200, body: good })
})

it('hands on one of many kilobytes', async () => {
  const large = JSON.stringify(['x'.repeat(60_000)])
  expect(await call(large, {}, 7)).toEqual({ status: 200, body: large })
})

it.each([
  '',
  'garbage',
  '{}',
  '"text"',
  '[',
  '["$F1"]',
  '["$@1"]',
  '["$1"]',
  '[{"a":["$K2"]}]',
  '["$Dnonsense"]',
  '["$n12x"]',
  '[{"__proto__":1}]',
])('refuses %s as arguments', async (body) => {
  expect(await call(body)).toMatchObject({ status: 400, body: expect.stringContaining('"Malformed"') })
})

it('refuses bytes that are no text, and what is no text at all', async () => {
  expect(await call(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]))).toMatchObject({ status: 400 })
  const form = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(await call('--x\r\ngarbage', form)).toMatchObject({ status: 400 })
  expect(await call(good, { 'content-type': '' })).toMatchObject({ status: 400 })
})

it('refuses what is too large, or of no known length', async () => {
  expect(await call(`["${'x'.repeat(70_000)}"]`)).toMatchObject({ status: 413 })
  const chunked = { 'content-length': '', 'transfer-encoding': 'chunked' }
  expect(await call(good, chunked)).toMatchObject({ status: 411 })
})

it('leaves alone what is no action of a page', async () => {
  expect(await call('garbage', { 'next-action': '' })).toEqual({ status: 200, body: 'garbage' })
})
