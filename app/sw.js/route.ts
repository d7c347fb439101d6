import { readFile } from 'node:fs/promises'

export const dynamic = 'force-dynamic'

/** What takes a worker of an earlier build off again, where none was built. */
const none = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => registration.unregister())))`

/** The service worker. It has to stand at the top, since its address is the end of its reach. */
export const GET = async (): Promise<Response> =>
  new Response(await readFile('.next/shop-worker.js', 'utf8').catch(() => none), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
