import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { holdFailure } from './hold-failure'

let stop = () => {}
afterEach(() => stop())

const instead = (response: ServerResponse) => void response.writeHead(503, { 'x-why': 'outage' }).end('away')

/** What a client gets of an answer, with the other one at hand or not. */
const got = async (answer: (response: ServerResponse) => void, isOutage: boolean): Promise<Response> => {
  const http = createServer((_request, response) => {
    holdFailure(response, async () => (isOutage ? instead : undefined))
    answer(response)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  stop = () => void http.close()
  return fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`)
}

const failures: [string, (response: ServerResponse) => void][] = [
  [
    'by its status code, in pieces',
    (response) => {
      response.statusCode = 500
      response.setHeader('x-page', 'broken')
      response.write('it ')
      response.write('broke', () => response.end())
    },
  ],
  ['with a head', (response) => void response.writeHead(500, { 'x-page': 'broken' }).end('it broke')],
]

it.each(failures)('a failure told %s makes way for the answer of an outage', async (_, fail) => {
  const response = await got(fail, true)
  expect([response.status, await response.text()]).toEqual([503, 'away'])
  expect([response.headers.get('x-why'), response.headers.get('x-page')]).toEqual(['outage', null])
})

it.each(failures)('a failure told %s stays what it is where there is no outage', async (_, fail) => {
  const response = await got(fail, false)
  expect([response.status, await response.text()]).toEqual([500, 'it broke'])
  expect(response.headers.get('x-page')).toBe('broken')
})

it('what went well is never held', async () => {
  const response = await got((response) => {
    response.write('well ')
    response.statusCode = 500
    response.end('done')
  }, true)
  expect([response.status, await response.text()]).toEqual([200, 'well done'])
})

/** What Next compresses answers with. It takes the places of `write` and `end` after they were taken here. */
const compress = createRequire(import.meta.url)('next/dist/compiled/compression')() as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void

it.each([
  [200, false],
  [500, false],
  [500, true],
])('an answer of %i that Next compresses can be read (in an outage: %s)', async (status, isOutage) => {
  const text = 'A page of some length. '.repeat(200)
  const response = await got((answer) => {
    compress(answer.req, answer, () => {
      answer.statusCode = status
      answer.setHeader('content-type', 'text/html')
      answer.write(text)
      answer.end()
    })
  }, isOutage)
  expect([response.status, await response.text()]).toEqual(isOutage ? [503, 'away'] : [status, text])
})
