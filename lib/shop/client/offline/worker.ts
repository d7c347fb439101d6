import { createShopWorker } from './shop-worker'

/** Set by the build. */
declare const RELEASE: string
declare const FILES: readonly string[]

interface Extendable extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface Fetching extends Extendable {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  readonly respondWith: (answer: Promise<Response>) => void
}

/** What a service worker's global scope has, as far as it is used here; the project's types are those of pages. */
interface WorkerScope {
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Extendable) => void): void
    (type: 'fetch', listener: (event: Fetching) => void): void
  }
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly registration: ServiceWorkerRegistration
  readonly location: Location
}

const scope = globalThis as unknown as WorkerScope

const worker = createShopWorker({
  release: RELEASE,
  files: FILES,
  caches,
  fetch: (request, options) => fetch(request, options),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

scope.addEventListener('install', (event) =>
  // A new release takes over at once: pages come from the network first, so none is left behind by it.
  event.waitUntil(worker.install().then(() => scope.skipWaiting())),
)
scope.addEventListener('activate', (event) =>
  event.waitUntil(
    Promise.all([
      worker.activate(),
      // So that starting the worker doesn't delay a page.
      scope.registration.navigationPreload?.enable(),
    ]).then(() => scope.clients.claim()),
  ),
)
scope.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin !== scope.location.origin) return
  const answer = worker.answer(event.request, event.preloadResponse)
  if (answer) event.respondWith(answer)
})
