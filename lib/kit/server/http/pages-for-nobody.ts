import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Options {
  /** The pages that look alike to everybody who isn't known. */
  readonly paths: readonly string[]
  /** Changes whenever what these pages show does. */
  readonly edition: () => number
  readonly handle: Handle
  readonly now?: () => number
}

interface Page {
  readonly edition: number
  readonly madeAt: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

const mostBytes = 32 * 1024 * 1024
const mostBytesOfOne = 2 * 1024 * 1024
/** A page is made anew after that, should it show something that no edition tells of. */
const longestMs = 60_000
/** With any of these it is somebody's, or another answer than the page. */
const asksForMore = [
  'cookie',
  'authorization',
  'range',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-url',
]

/** Remembers how pages look to who sends no cookie, as they were sent, until what they show changes. */
export const withPagesForNobody = ({
  paths,
  edition,
  handle,
  now = () => performance.now(),
}: Options): Handle => {
  const pages = new LRUCache<string, Page>({
    maxSize: mostBytes,
    maxEntrySize: mostBytesOfOne,
    sizeCalculation: ({ body }) => Math.max(1, body.byteLength),
  })

  return (request, response) => {
    const key = keyOf(request, paths)
    if (key === undefined) return handle(request, response)
    const page = pages.get(key)
    if (page && page.edition === edition() && now() - page.madeAt < longestMs) {
      response.writeHead(200, page.headers).end(page.body)
      return Promise.resolve()
    }
    // What changes while it is made is not in it for certain.
    const [before, madeAt] = [edition(), now()]
    keep(response, (headers, body) => pages.set(key, { edition: before, madeAt, headers, body }))
    return handle(request, response)
  }
}

const keyOf = (
  { method, url = '/', headers }: IncomingMessage,
  paths: readonly string[],
): string | undefined => {
  if (method !== 'GET' || asksForMore.some((name) => headers[name] !== undefined)) return undefined
  if (!paths.includes(url.split('?', 1)[0] as string)) return undefined
  return JSON.stringify([url, headers['accept-encoding'] ?? ''])
}

/** Gives a whole answer on, as it went out, once it is over; not one that failed, or sets a cookie. */
const keep = (
  response: ServerResponse,
  onWhole: (headers: OutgoingHttpHeaders, body: Buffer) => void,
): void => {
  const chunks: Buffer[] = []
  let size = 0
  let isKept = true
  const note = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    size += chunk.length
    if (size > mostBytesOfOne) return chunks.splice(0)
    const isNamed = typeof encoding === 'string'
    chunks.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, isNamed ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk),
    )
  }
  for (const name of ['write', 'end'] as const) {
    const send = response[name].bind(response) as (...sent: unknown[]) => never
    response[name] = (...sent: unknown[]) => {
      note(sent[0], sent[1])
      return send(...sent)
    }
  }
  // What is only said there isn't among the response's headers afterwards.
  const writeHead = response.writeHead.bind(response) as (...said: unknown[]) => never
  response.writeHead = (status: number, ...said: unknown[]) => {
    const headers = said.at(-1)
    if (Array.isArray(headers)) isKept = false
    else if (typeof headers === 'object' && headers !== null)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    return writeHead(status, ...said)
  }
  response.once('finish', () => {
    if (!isKept) return
    if (response.statusCode !== 200 || size > mostBytesOfOne || response.hasHeader('set-cookie')) return
    onWhole(headersOf(response), Buffer.concat(chunks))
  })
}

/** Those that are the page's, not the connection's. */
const headersOf = (response: ServerResponse): OutgoingHttpHeaders => {
  const {
    date,
    connection,
    'keep-alive': keepAlive,
    'transfer-encoding': encoding,
    ...own
  } = response.getHeaders()
  return own
}
