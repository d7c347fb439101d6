import { beforeEach, describe, expect, it } from 'vitest'
import { createShopWorker, offlinePath } from './shop-worker'

const origin = 'https://shop.test'
const urlOf = (request: Request | string): string =>
  new URL(typeof request === 'string' ? request : request.url, origin).href

const at = (url: string, answer: Response): Response => Object.defineProperty(answer, 'url', { value: url })

/** The browser's caches, as far as the worker uses them. They don't know of fragments. */
const fakeCaches = () => {
  const all = new Map<string, Map<string, Response>>()
  const keyOf = (request: Request | string): string => urlOf(request).replace(/#.*/, '')
  const found = (held: Map<string, Response>, request: Request | string): Response | undefined => {
    const kept = held.get(keyOf(request))
    return kept && at(keyOf(request), kept.clone())
  }
  const cacheOf = (held: Map<string, Response>) => ({
    match: async (request: Request | string) => found(held, request),
    put: async (request: Request | string, response: Response) => void held.set(keyOf(request), response),
    keys: async () => [...held.keys()].map((url) => new Request(url)),
    delete: async (request: Request | string) => held.delete(keyOf(request)),
  })
  return {
    names: () => [...all.keys()],
    contents: (name: string) => [...(all.get(name)?.keys() ?? [])].map((url) => url.slice(origin.length)),
    open: async (name: string) => {
      const held = all.get(name) ?? new Map<string, Response>()
      all.set(name, held)
      return cacheOf(held)
    },
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (request: Request | string) => {
      for (const held of all.values()) {
        const kept = found(held, request)
        if (kept) return kept
      }
      return undefined
    },
  }
}

let caches: ReturnType<typeof fakeCaches>
let fetched: { path: string; options: RequestInit | undefined }[]
/** What the network does with a request. */
let network: (path: string) => Promise<Response>
let isLate: boolean

beforeEach(() => {
  caches = fakeCaches()
  fetched = []
  isLate = false
  network = async (path) => new Response(`network ${path}`)
})

const worker = (
  release = 'one',
  files: readonly string[] = ['/_next/static/a.js', '/_next/static/b.woff2'],
) =>
  createShopWorker({
    release,
    files,
    caches: caches as unknown as CacheStorage,
    fetch: (request, options) => {
      const path = urlOf(request).slice(origin.length)
      fetched.push({ path, options })
      return network(path)
    },
    wait: () => (isLate ? Promise.resolve() : new Promise(() => undefined)),
  })

interface How {
  readonly mode?: string
  readonly destination?: string
  readonly method?: string
}

const request = (path: string, { method = 'GET', ...set }: How = {}): Request => {
  const made = new Request(origin + path, { method })
  for (const [name, value] of Object.entries(set)) Object.defineProperty(made, name, { value })
  return made
}
const visit = (path: string) => request(path, { mode: 'navigate' })
const textOf = async (answer: Promise<Response> | undefined): Promise<string | undefined> =>
  (await answer)?.text()
const noNetwork = () => {
  network = () => Promise.reject(new TypeError('Failed to fetch'))
}

describe('what is fetched ahead', () => {
  it('is all that the build has, and the page for without network as nobody sees it', async () => {
    await worker().install()
    expect(caches.contents('hindsight-release-one').sort()).toEqual([
      '/_next/static/a.js',
      '/_next/static/b.woff2',
      '/offline',
    ])
    expect(fetched.find(({ path }) => path === offlinePath)?.options).toMatchObject({ credentials: 'omit' })
  })

  it.each([
    ['a part is missing', '/_next/static/a.js'],
    ['the page is', offlinePath],
  ])('fails where %s, so that it is tried again', async (_, gone) => {
    network = async (path) => new Response('', { status: path === gone ? 404 : 200 })
    await expect(worker().install()).rejects.toThrow(gone === offlinePath ? '404' : gone)
  })

  it('takes what did not change from the release before', async () => {
    await worker('one').install()
    fetched = []
    await worker('two', ['/_next/static/a.js', '/_next/static/new.js']).install()
    expect(fetched.map(({ path }) => path).sort()).toEqual(['/_next/static/new.js', offlinePath])
  })
})

describe('a new release', () => {
  it('leaves the parts of the one before to pages that are open, and nothing older', async () => {
    for (const release of ['one', 'two', 'three']) {
      await worker(release, [`/_next/static/${release}.js`]).install()
    }
    await worker('three').activate()
    expect(caches.names()).toEqual(['hindsight-release-two', 'hindsight-release-three'])
    noNetwork()
    expect(await textOf(worker('three').answer(request('/_next/static/two.js')))).toContain('two.js')
  })

  it('shows its own page for without network', async () => {
    network = async () => new Response('old')
    await worker('one').install()
    network = async () => new Response('new')
    await worker('two').install()
    noNetwork()
    expect(await textOf(worker('two').answer(visit('/')))).toBe('new')
  })
})

describe('a page', () => {
  it.each(['/', '/?v=3', '/sign-in', '/carts'])(
    '%s comes from the network where there is one',
    async (path) => {
      await worker().install()
      expect(await textOf(worker().answer(visit(path)))).toBe(`network ${path}`)
      expect(caches.contents('hindsight-release-one')).not.toContain(path)
    },
  )

  it('that the browser asked for already is not asked for again', async () => {
    await worker().install()
    fetched = []
    const preloaded = Promise.resolve(new Response('preloaded'))
    expect(await textOf(worker().answer(visit('/'), preloaded))).toBe('preloaded')
    expect(fetched).toEqual([])
  })

  it.each(['/', '/?v=3', '/carts/c-1'])('%s is stood in for without network', async (path) => {
    await worker().install()
    noNetwork()
    expect(await textOf(worker().answer(visit(path)))).toBe('network /offline')
  })

  it('of the shop is not waited for without end, others are', async () => {
    await worker().install()
    isLate = true
    let answer = (_: Response) => {}
    network = () => new Promise((resolve) => (answer = resolve))
    expect(await textOf(worker().answer(visit('/')))).toBe('network /offline')
    const staff = worker().answer(visit('/carts'))
    await Promise.resolve()
    answer(new Response('all carts'))
    expect(await textOf(staff)).toBe('all carts')
  })

  it('says what an outage says: the server was reached', async () => {
    await worker().install()
    network = async () => new Response('away', { status: 503 })
    expect((await worker().answer(visit('/')))?.status).toBe(503)
  })

  it('fails as it would without a worker where nothing was fetched ahead', async () => {
    noNetwork()
    await expect(worker().answer(visit('/'))).rejects.toThrow('Failed to fetch')
  })
})

describe('everything else', () => {
  it.each(['/api/carts', '/api/health/ready', '/sw.js', '/?_rsc=x'])('%s is none of its business', (path) => {
    expect(worker().answer(request(path))).toBeUndefined()
  })

  it('nor is what changes something', () => {
    expect(worker().answer(request('/', { method: 'POST', mode: 'navigate' }))).toBeUndefined()
  })

  it('a script of a worker comes without an address of its own: the fragment in the request’s tells what to load', async () => {
    network = async (path) =>
      at(origin + path, new Response(`network ${path}`, { headers: { 'content-type': 'text/javascript' } }))
    await worker().install()
    for (const path of ['/_next/static/a.js', '/_next/static/not-kept.js']) {
      const answered = (destination: string) => worker().answer(request(`${path}#params=1`, { destination }))
      expect((await answered('script'))?.url).toContain(path)
      const answer = await answered('worker')
      expect(answer?.url).toBe('')
      expect(answer?.headers.get('content-type')).toBe('text/javascript')
      expect(await answer?.text()).toContain(`network ${path}`)
    }
  })

  it('a picture is shown as it is known, and renewed', async () => {
    const shown = () => textOf(worker().answer(request('/pictures/mug.webp')))
    network = async () => new Response('first')
    expect(await shown()).toBe('first')
    network = async () => new Response('second')
    expect(await shown()).toBe('first')
    expect(await shown()).toBe('second')
    noNetwork()
    expect(await shown()).toBe('second')
  })
})
