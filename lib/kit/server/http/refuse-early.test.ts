import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { refuseEarly } from './refuse-early'

const actionId = '40c0ffee00'.padEnd(42, '0')

const ask = (method: string, url: string, headers: IncomingHttpHeaders = {}) => {
  const sent: { status?: number; code?: string; allow?: string } = {}
  const response = {
    writeHead: (status: number, { allow }: { allow?: string }) => {
      sent.status = status
      if (allow) sent.allow = allow
      return response
    },
    end: (text = '{}') => {
      sent.code = JSON.parse(text).code
    },
  }
  const request = { method, url, headers: { host: 'app.test', ...headers } } as IncomingMessage
  const refused = refuseEarly(request, response as unknown as ServerResponse)
  return refused ? sent : request.url
}

it.each(['TRACE', 'PROPFIND', 'FOO'])('refuses %s, which Next does not know', (method) => {
  expect(ask(method, '/')).toMatchObject({ status: 405, code: 'MethodNotAllowed' })
})

it.each([
  ['/api/notes/%'],
  ['/api/notes/%E0%A4%A?x=1'],
  ['/api/%ff'],
  ['/notes/%ff'],
  ['/%'],
  ['/sign-in%C0%80'],
  ['/notes/%00'],
  ['/notes/\u00ff'],
  ['/?q=\u00e9'],
  ['*'],
  [''],
  ['notes'],
  ['ftp://app.test/'],
])('refuses %s, which is no address', (url) => {
  expect(ask('GET', url)).toMatchObject({ status: 400, code: 'Malformed' })
  expect(ask('OPTIONS', url)).toMatchObject({ status: 400, code: 'Malformed' })
})

it.each([
  ['POST', '/pictures/ceramic-mug.svg'],
  ['POST', '/_next/static/chunks/a.js'],
  ['POST', '/'],
  ['PUT', '/'],
  ['DELETE', '/notes/a'],
  ['OPTIONS', '/sign-in'],
])('refuses %s %s: a page and a file are read', (method, url) => {
  expect(ask(method, url)).toEqual({ status: 405, code: 'MethodNotAllowed', allow: 'GET, HEAD' })
})

it('refuses an action on a file, and one from elsewhere', () => {
  const action = { 'next-action': actionId }
  expect(ask('POST', '/pictures/ceramic-mug.svg', action)).toMatchObject({ status: 405 })
  const crossSite = { status: 403, code: 'CrossSite' }
  for (const origin of ['https://evil.test', 'null', 'nonsense', '', 'http://app.test:1']) {
    expect(ask('POST', '/', { ...action, origin })).toEqual(crossSite)
  }
  expect(ask('POST', '/', { ...action, 'sec-fetch-site': 'cross-site' })).toEqual(crossSite)
  const behind = { ...action, origin: 'https://app.example', 'x-forwarded-host': 'app.example' }
  expect(ask('POST', '/', behind)).toBe('/')
  expect(ask('POST', '/', { ...behind, 'x-forwarded-host': 'other.example' })).toEqual(crossSite)
})

it.each(['x', '', '__proto__', 'a'.repeat(5_000)])(
  'refuses an action whose id is "%s", which Next does not make',
  (id) => {
    const own = { 'next-action': id, origin: 'http://app.test' }
    expect(ask('POST', '/', own)).toMatchObject({ status: 400, code: 'Malformed' })
  },
)

it.each(['garbage', '%', '{}', `[${' '.repeat(40_000)}]`])(
  'refuses the state %s, which Next can not read',
  (state) => {
    expect(ask('GET', '/', { 'next-router-state-tree': state })).toMatchObject({ status: 400 })
  },
)

it.each([
  ['GET', '/api/notes/%41'],
  ['PATCH', '/api/notes'],
  ['GET', '/api/notes?q=%'],
  ['GET', '/?q=%ff'],
  ['HEAD', '/'],
])('lets %s %s pass', (method, url) => {
  expect(ask(method, url)).toBe(url)
})

it('lets pass what its own pages send', () => {
  expect(ask('POST', '/', { 'next-action': actionId, origin: 'http://app.test' })).toBe('/')
  const state = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }]))
  expect(ask('GET', '/?_rsc=a', { rsc: '1', 'next-router-state-tree': state })).toBe('/?_rsc=a')
})

it('takes an address of the API with a slash at its end for the one without', () => {
  expect(ask('POST', '/api/notes/?x=/')).toBe('/api/notes?x=/')
  expect(ask('GET', '/api/')).toBe('/api')
  expect(ask('GET', '/notes/')).toBe('/notes/')
})

it('takes a target that names the host for its path', () => {
  expect(ask('GET', 'http://app.test/notes?x=1')).toBe('/notes?x=1')
  expect(ask('GET', 'HTTP://app.test')).toBe('/')
  expect(ask('GET', 'http://app.test/%ff')).toMatchObject({ status: 400 })
})
