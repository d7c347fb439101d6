import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { refuseEarly } from './refuse-early'

const ask = (method: string, url: string) => {
  const sent: { status?: number; code?: string } = {}
  const response = {
    writeHead: (status: number) => {
      sent.status = status
      return response
    },
    end: (text: string) => {
      sent.code = JSON.parse(text).code
    },
  }
  const refused = refuseEarly({ method, url } as IncomingMessage, response as unknown as ServerResponse)
  return refused ? sent : undefined
}

it.each(['TRACE', 'PROPFIND', 'FOO'])('refuses %s, which Next does not know', (method) => {
  expect(ask(method, '/')).toEqual({ status: 405, code: 'MethodNotAllowed' })
})

it.each(['/api/carts/%', '/api/carts/%E0%A4%A?x=1', '/api/%ff'])(
  'refuses %s, which cannot be decoded',
  (url) => {
    expect(ask('GET', url)).toEqual({ status: 400, code: 'Malformed' })
  },
)

it.each(['/api/carts/%41', '/api/carts?q=%', '/%', '/'])('lets %s pass', (url) => {
  expect(ask('GET', url)).toBeUndefined()
})
