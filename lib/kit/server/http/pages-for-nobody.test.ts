import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { withPagesForNobody } from './pages-for-nobody'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

type Answer = (response: ServerResponse, nth: number) => void

const plain: Answer = (response, nth) => {
  response.setHeader('content-type', 'text/html')
  response.write(`page `)
  response.end(Buffer.from(`${nth} ü`))
}

/** A server of pages, each of which says how many were made before it. */
const open = async (answer: Answer = plain) => {
  const made: string[] = []
  let edition = 1
  let time = 0
  const handle = withPagesForNobody({
    paths: ['/'],
    edition: () => edition,
    now: () => time,
    handle: async (request: IncomingMessage, response: ServerResponse) => {
      made.push(request.url ?? '')
      answer(response, made.length)
    },
  })
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    made,
    get: async (path = '/', headers: IncomingHttpHeaders = {}, method = 'GET') => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: headers as Record<string, string>,
      })
      return {
        type: response.headers.get('content-type'),
        text: await response.text(),
        status: response.status,
      }
    },
    change: () => {
      edition++
    },
    pass: (ms: number) => {
      time += ms
    },
  }
}

describe('a page for nobody', () => {
  it('is made once, and is the same afterwards', async () => {
    const { get, made } = await open()
    const first = await get()
    expect(first).toEqual({ type: 'text/html', text: 'page 1 ü', status: 200 })
    expect(await get()).toEqual(first)
    expect(made).toHaveLength(1)
  })

  it('is made anew when what it shows changed, and after a minute', async () => {
    const { get, change, pass } = await open()
    await get()
    change()
    expect((await get()).text).toBe('page 2 ü')
    pass(59_999)
    expect((await get()).text).toBe('page 2 ü')
    pass(1)
    expect((await get()).text).toBe('page 3 ü')
  })

  it('that changed while it was made is made anew', async () => {
    let change = () => {}
    const server = await open((response, nth) => {
      if (nth === 1) change()
      plain(response, nth)
    })
    change = server.change
    await server.get()
    expect((await server.get()).text).toBe('page 2 ü')
  })

  it('has an address and an encoding', async () => {
    const { get, made } = await open()
    await get('/?q=mug')
    await get('/?q=lamp')
    await get('/?q=mug', { 'accept-encoding': 'br' })
    await get('/?q=mug')
    expect(made).toHaveLength(3)
  })

  it.each([
    ['who sends a cookie', '/', { cookie: 'a=b' }],
    ['who sends a key', '/', { authorization: 'Bearer x' }],
    ['what asks for a page’s parts', '/', { rsc: '1' }],
    ['another page', '/credit', {}],
  ])('isn’t for %s', async (_, path, headers) => {
    const { get, made } = await open()
    await get()
    await get(path, headers)
    await get(path, headers)
    expect(made).toHaveLength(3)
  })

  it.each<[string, Answer]>([
    ['failed', (response) => void response.writeHead(500).end('no')],
    ['gave a cookie', (response) => void response.writeHead(200, { 'set-cookie': 'a=b' }).end('yes')],
    ['went elsewhere', (response) => void response.writeHead(404).end('where')],
    ['is too big', (response) => void response.end('x'.repeat(3 * 1024 * 1024))],
  ])('isn’t kept where it %s', async (_, answer) => {
    const { get, made } = await open(answer)
    await get()
    await get()
    expect(made).toHaveLength(2)
  })

  it('isn’t kept where it broke off', async () => {
    const { get, made } = await open((response, nth) => {
      if (nth > 1) return plain(response, nth)
      response.write('half')
      setImmediate(() => response.destroy())
    })
    await expect(get()).rejects.toThrow()
    expect((await get()).text).toBe('page 2 ü')
    expect(made).toHaveLength(2)
  })
})
