/** Where the page stands that works without the shop's server. */
export const offlinePath = '/offline'

const prefix = 'hindsight-'
const picturesCache = 'hindsight-pictures'
const mostPictures = 300
/** Who waits longer for the shop's own page gets it as it was last known. */
const pageWaitMs = 5_000
const atOnce = 4

export interface WorkerSettings {
  /** Of the build that the worker came with: each has a cache of its own. */
  readonly release: string
  /** What its pages may need, none of which ever changes under its address. */
  readonly files: readonly string[]
  readonly caches: CacheStorage
  readonly fetch: (request: Request | string, options?: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

export interface OfflineWorker {
  /** Fetches all that pages may need. Rejects when a part of it can't be had: then it is tried again. */
  readonly install: () => Promise<void>
  /** Throws away what no open page can need any more. */
  readonly activate: () => Promise<void>
  /** The answer to a request; undefined where the worker has nothing to do with it. */
  readonly answer: (
    request: Request,
    preloaded?: Promise<Response | undefined>,
  ) => Promise<Response> | undefined
}

/**
 * What the shop does without network. Nothing here is anybody's: what a person's cart was stands in the browser's
 * database, and the page that shows it is the same for all.
 */
export const createShopWorker = (settings: WorkerSettings): OfflineWorker => {
  const { release, files, caches, fetch, wait } = settings
  const own = `${prefix}release-${release}`

  const install = async () => {
    const cache = await caches.open(own)
    // As nobody: a page that knows whom it is for must not be kept.
    const shell = await fetch(offlinePath, { cache: 'no-cache', credentials: 'omit' })
    if (!shell.ok) throw new Error(`The page for without network answered ${shell.status}`)
    await cache.put(offlinePath, shell)
    const missing = [...files]
    const fetchNext = async (): Promise<void> => {
      for (let file = missing.pop(); file !== undefined; file = missing.pop()) {
        const known = await caches.match(file)
        const answer = known ?? (await fetch(file))
        if (!answer.ok) throw new Error(`${file} answered ${answer.status}`)
        await cache.put(file, answer)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, fetchNext))
  }

  const activate = async () => {
    const releases = (await caches.keys()).filter((name) => name.startsWith(`${prefix}release-`))
    // The release before stays: pages of it that are open still fetch parts of it, which the server has no more.
    const before = releases.filter((name) => name !== own).at(-1)
    const old = releases.filter((name) => name !== own && name !== before)
    await Promise.all(old.map((name) => caches.delete(name)))
  }

  const shell = async (): Promise<Response | undefined> => (await caches.open(own)).match(offlinePath)

  const page = async (
    request: Request,
    preloaded: Promise<Response | undefined> | undefined,
  ): Promise<Response> => {
    const fetched = (async () => (await preloaded) ?? fetch(request))()
    fetched.catch(() => undefined)
    // Only the shop has something to show meanwhile.
    const isShop = new URL(request.url).pathname === '/'
    try {
      const early = await Promise.race([fetched, ...(isShop ? [wait(pageWaitMs)] : [])])
      return early ?? (await shell()) ?? (await fetched)
    } catch (error) {
      const kept = await shell()
      if (kept) return kept
      throw error
    }
  }

  const picture = async (request: Request): Promise<Response> => {
    const cache = await caches.open(picturesCache)
    const known = await cache.match(request)
    const renewed = fetch(request).then(async (answer) => {
      if (answer.ok) await keepPicture(cache, request, answer.clone())
      return answer
    })
    if (!known) return renewed
    renewed.catch(() => undefined)
    return known
  }

  const keepPicture = async (cache: Cache, request: Request, answer: Response): Promise<void> => {
    await cache.put(request, answer)
    const kept = await cache.keys()
    await Promise.all(kept.slice(0, -mostPictures).map((oldest) => cache.delete(oldest)))
  }

  const immutable = async (request: Request): Promise<Response> => {
    const answer = (await caches.match(request)) ?? (await fetch(request))
    return request.destination === 'worker' ? withoutAddress(answer) : answer
  }

  return {
    install,
    activate,
    answer: (request, preloaded) => {
      if (request.method !== 'GET') return undefined
      if (request.mode === 'navigate') return page(request, preloaded)
      const { pathname } = new URL(request.url)
      if (pathname.startsWith('/_next/static/')) return immutable(request)
      return pathname.startsWith('/pictures/') ? picture(request) : undefined
    },
  }
}

/**
 * An answer that counts as the request's own: a worker stands at its answer's address, and one from a cache has lost
 * the fragment by which the worker is told what to load.
 */
const withoutAddress = (answer: Response): Response => new Response(answer.body, answer)
