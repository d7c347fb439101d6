import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withOutagePages } from './answer-outages'
import { outagePage } from './outage-page'
import { notReadyFor, type Readiness } from './readiness'

let isAway = false
/** What was found out a moment ago says that all is well still. */
let isKnown = true
let handled: string[] = []

const readiness: Readiness = {
  canRead: async () => !(isAway && isKnown),
  check: async () => (isAway ? notReadyFor('NoAnswer') : { ready: true }),
  leave: () => undefined,
}

/** A page that needs the database, as Next answers where it throws. */
const answer = async ({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> => {
  handled.push(url)
  const needsDatabase = !url.startsWith('/_next/')
  response.statusCode = (isAway && needsDatabase) || url === '/broken' ? 500 : 200
  response.end(`answered ${url}`)
}

const page = outagePage({ sans: '/_next/static/media/sans.woff2', display: undefined })
const handle = withOutagePages(readiness, page, answer)
const http = createServer((request, response) => void handle(request, response))
const ask = (path: string, options?: RequestInit) =>
  fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}${path}`, options)

beforeAll(() => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)))
afterAll(() => void http.close())
beforeEach(() => {
  isAway = false
  isKnown = true
  handled = []
})

const pages = ['/', '/?v=3', '/sign-in', '/sign-up', '/notes', '/notes/n.1', '/nowhere']

describe('while the database is away', () => {
  beforeEach(() => {
    isAway = true
  })

  it.each(pages)('%s is not tried, and says so', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe(page)
    expect(handled).toEqual([])
  })

  it.each(pages)('%s says so also where that was not known before it was tried', async (path) => {
    isKnown = false
    const response = await ask(path)
    expect([response.status, await response.text()]).toEqual([503, page])
    expect(handled).toEqual([path])
  })

  it('an action is told in plain text, with when to come again', async () => {
    for (const known of [true, false]) {
      isKnown = known
      const response = await ask('/', { method: 'POST', headers: { 'next-action': 'a1' }, body: '[]' })
      expect(response.status).toBe(503)
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(response.headers.get('retry-after')).toBe('5')
      expect(await response.text()).toContain('try again')
    }
  })

  it('HEAD has no body', async () => {
    const response = await ask('/', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([503, ''])
  })

  it.each(['/_next/static/chunks/a.js', '/pictures/mug.webp', '/icon.svg', '/sw.js'])(
    '%s is left to who answers it',
    async (path) => {
      await ask(path)
      expect(handled).toEqual([path])
    },
  )
})

it('a mistake of our own stays one', async () => {
  const response = await ask('/broken')
  expect([response.status, await response.text()]).toEqual([500, 'answered /broken'])
})

it('the page comes back without scripts, too', () => {
  expect(page).toContain('<noscript><meta http-equiv="refresh" content="15"></noscript>')
  expect(page).toContain('url(/_next/static/media/sans.woff2)')
})
