import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import pino from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { member } from '../../../testing/member'
import { defaultLimits, type Limits } from '../../limits/limits'
import { safeHeaders } from '../../safe-headers'
import type { Caller } from '../caller'
import { createAdmission } from './admission'

const people: Record<string, Caller> = {
  ann: { identity: member('ann') },
  robot: { identity: member('robot'), key: { id: 'robot', perMinute: undefined } },
  'small robot': { identity: member('small robot'), key: { id: 'small robot', perMinute: 2 } },
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

interface Held {
  readonly url: string
  readonly visitor: string
  readonly finish: () => void
}

/** A server that answers nothing before it is told to, unless `at once`. Visitors say where they come from. */
const open = async (over: Partial<Limits> = {}, answers: 'at once' | 'held' = 'at once') => {
  const held: Held[] = []
  let asked = 0
  let received = 0
  let readyAfter = 0
  const server = createServer(
    createAdmission({
      limits: { ...defaultLimits, ...over },
      addressOf: ({ headers }: IncomingMessage) => String(headers['x-from'] ?? 'here'),
      findCaller: async ({ authorization, cookie }) => people[authorization ?? cookie ?? ''],
      readiness: {
        leave: () => undefined,
        canRead: async () => true,
        check: async () => {
          asked++
          while (received < readyAfter) await new Promise((resolve) => setImmediate(resolve))
          return { ready: true }
        },
      },
      log: pino({ level: 'silent' }),
      answer: async ({ url = '' }: IncomingMessage, response: ServerResponse, { visitor }) => {
        const finish = () => void response.end('done')
        held.push({ url, visitor, finish })
        if (answers === 'at once') finish()
      },
    }),
  )
  server.on('request', () => {
    received++
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, init: RequestInit & { from?: string } = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { ...init.headers, 'x-from': init.from ?? 'here' },
    })
  const beReadyAfter = (requests: number) => {
    readyAfter = requests
  }
  return { port, held, ask, asked: () => asked, beReadyAfter }
}

const statuses = async (asked: readonly Promise<Response>[]) =>
  (await Promise.all(asked)).map(({ status }) => status)

const until = (look: () => boolean) => expect.poll(look, { interval: 1 }).toBe(true)

describe('one connection', () => {
  it('has one request under way, whatever is sent ahead, and answers in order', async () => {
    const { port, held } = await open({}, 'held')
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.write([1, 2, 3].map((nth) => `GET /${nth} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''))
    for (const nth of [1, 2, 3]) {
      await until(() => held.length === nth)
      held.at(-1)?.finish()
    }
    await until(() => heard.split('200 OK').length === 4)
    expect(held.map(({ url }) => url)).toEqual(['/1', '/2', '/3'])
    socket.destroy()
  })

  it('is refused and closed when it sends too many ahead, and what came after is never begun', async () => {
    const { port, held } = await open({}, 'held')
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3_000))
    for (let nth = 0; nth < 9; nth++) {
      await until(() => held.length === nth + 1)
      held[nth]?.finish()
    }
    await closed
    expect(held).toHaveLength(9)
    expect(heard.split('200 OK')).toHaveLength(10)
    expect(heard).toMatch(/HTTP\/1.1 429 .*retry-after: 1\r\n/s)
  })
})

describe('what is done at once', () => {
  const requests = { atOnce: 3, atOncePerKey: 2, waiting: 4, waitingPerKey: 3 }

  it('leaves room for others beside a visitor who asks for everything', async () => {
    const { ask, held } = await open({ requests }, 'held')
    const greedy = Array.from({ length: 8 }, () => ask('/greedy', { from: '203.0.113.1' }))
    await until(() => held.length === 2)
    const other = ask('/other', { from: '203.0.113.2' })
    await until(() => held.length === 3)
    expect(held[2]).toMatchObject({ url: '/other', visitor: '203.0.113.2' })
    held[2]?.finish()
    expect((await other).status).toBe(200)
    for (let nth = 0; nth < 6; nth++) {
      await until(() => held.length > nth)
      if (nth !== 2) held[nth]?.finish()
    }
    await expect(statuses(greedy)).resolves.toEqual(expect.arrayContaining([200, 200, 200, 200, 200, 429]))
  })

  it('says when to come again, to programs as a problem and to people as a page that does', async () => {
    const { ask, held } = await open({ requests: { ...requests, atOnce: 1, waiting: 0 } }, 'held')
    const first = ask('/')
    await until(() => held.length === 1)
    const refused = await ask('/api/notes', { from: 'elsewhere' })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'Overloaded', status: 503 })
    const page = await ask('/', { from: 'elsewhere', headers: { accept: 'text/html' } })
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('<meta http-equiv="refresh" content="1">')
    const action = await ask('/', {
      method: 'POST',
      from: 'elsewhere',
      headers: { 'next-action': '4'.padEnd(42, '0') },
    })
    expect([action.status, action.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8'])
    expect(await action.text()).toContain('try again in a moment')
    held[0]?.finish()
    await first
  })

  it.each<[string, string, RequestInit]>([
    ['a program', '/api/notes', {}],
    ['who looks at a page', '/', { headers: { accept: 'text/html' } }],
    ['an open page', '/', { method: 'POST', headers: { 'next-action': '4'.padEnd(42, '0') } }],
    ['who asks how it is', '/api/health/live', {}],
    ['who waits for it to be ready', '/api/health/ready', {}],
    ['who asks for no address', '/%', {}],
  ])('answers %s with what keeps browsers safe', async (_, path, init) => {
    const { ask, held } = await open({ requests: { ...requests, atOnce: 1, waiting: 0 } }, 'held')
    const first = ask('/')
    await until(() => held.length === 1)
    const { headers } = await ask(path, { ...init, from: 'elsewhere' })
    expect(Object.fromEntries(headers)).toMatchObject(safeHeaders)
    held[0]?.finish()
    await first
  })

  it('gives a place back when a visitor goes before they are answered', async () => {
    const { ask, held } = await open({ requests: { ...requests, atOnce: 1 } }, 'held')
    const leaving = new AbortController()
    const gone = ask('/', { signal: leaving.signal }).catch(() => 'gone')
    await until(() => held.length === 1)
    const next = ask('/next', { from: 'elsewhere' })
    leaving.abort()
    expect(await gone).toBe('gone')
    await until(() => held.length === 2)
    held[1]?.finish()
    expect((await next).status).toBe(200)
  })

  it('lets health be seen, and asks the database once for many who ask', async () => {
    const { ask, held, asked, beReadyAfter } = await open(
      { requests: { ...requests, atOnce: 1, waiting: 0 } },
      'held',
    )
    const first = ask('/')
    await until(() => held.length === 1)
    beReadyAfter(22)
    const health = Array.from({ length: 20 }, () => ask('/api/health/ready'))
    expect(await (await ask('/api/health/live')).json()).toEqual({ status: 'live' })
    expect(new Set(await statuses(health))).toEqual(new Set([200]))
    expect(asked()).toBe(1)
    held[0]?.finish()
    await first
  })
})

describe('budgets', () => {
  const post = { method: 'POST' }

  it('are an address’s own, and those of one IPv6 network are one', async () => {
    const { ask } = await open({ requestsPerAddress: 2 })
    const from = (address: string) => ask('/', { from: address })
    expect(await statuses([from('2001:db8::1'), from('2001:db8::2')])).toEqual([200, 200])
    const over = await from('2001:db8::3')
    expect([over.status, Number(over.headers.get('retry-after')) > 50]).toEqual([429, true])
    expect(await statuses([from('2001:db8:0:1::1')])).toEqual([200])
  })

  it('are a person’s own, wherever they come from', async () => {
    const { ask } = await open({ commandsPerPerson: 2 })
    const send = (from: string) => ask('/api/notes', { ...post, headers: { cookie: 'ann' }, from })
    const nobody = () => ask('/api/notes', { ...post, from: 'c' })
    const told = [await send('a'), await send('b'), await send('c'), await nobody()]
    expect(told.map(({ status }) => status)).toEqual([200, 200, 429, 200])
    expect((await ask('/', { headers: { cookie: 'ann' } })).status).toBe(200)
  })

  it('bound the guests that are made for an address', async () => {
    const { ask } = await open({ guestsPerAddress: 1 })
    const act = (headers = {}) =>
      ask('/', { ...post, headers: { 'next-action': '4'.padEnd(42, '0'), ...headers } })
    const told = [await act(), await act({ cookie: 'made up' }), await act({ cookie: 'ann' })]
    expect(told.map(({ status }) => status)).toEqual([200, 429, 200])
  })

  it('of an API key are those it was given, and take none of its address', async () => {
    const { ask } = await open({ requestsPerAddress: 1, commandsPerPerson: 1 })
    const withKey = (authorization: string) => ask('/api/notes', { ...post, headers: { authorization } })
    for (let nth = 0; nth < 5; nth++) expect((await withKey('robot')).status).toBe(200)
    const small = [await withKey('small robot'), await withKey('small robot'), await withKey('small robot')]
    expect(small.map(({ status }) => status)).toEqual([200, 200, 429])
    const unknown = [await withKey('made up'), await withKey('made up too')]
    expect(unknown.map(({ status }) => status)).toEqual([200, 429])
  })
})
