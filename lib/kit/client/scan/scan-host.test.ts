import { describe, expect, it } from 'vitest'
import { parseEventFilter } from '../../wire/event-filter/parse-event-filter'
import type { ScannedEvent } from '../../wire/scan'
import { type Answer, withMore } from './answer'
import type { FailedScan, FromWorker, ToWorker } from './messages'
import { readScan } from './read-scan'
import { createScanHost } from './scan-host'
import { notebooks, scannedNotebook } from './scan-samples'
import { createScanner } from './scanner'

const stream = { streamType: 'notebook', path: '/api/notebooks/book-1' }

/** A page's scanner over a host in its place, with a server that has a stream and may fail. */
const openScanner = (length: number) => {
  const server = {
    stream: scannedNotebook(length) as ScannedEvent[],
    asked: [] as string[],
    breaks: [] as (readonly [number, FailedScan])[],
  }
  const read: typeof readScan = async (address, onEvents) => {
    server.asked.push(address)
    const after = Number(new URLSearchParams(address.split('?')[1]).get('after'))
    const [until, failure] = server.breaks.shift() ?? [server.stream.length, undefined]
    for (let from = after; from < until; from += 1_000) {
      onEvents(server.stream.slice(from, Math.min(until, from + 1_000)))
      await Promise.resolve()
    }
    return failure
  }
  const crash = () =>
    workers.at(-1)?.onerror?.call(workers.at(-1) as Worker, new Event('error') as ErrorEvent)
  const workers: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>[] = []
  const scanner = createScanner(stream, () => {
    let isOver = false
    const worker: (typeof workers)[number] = {
      onmessage: null,
      onerror: null,
      postMessage: (message: ToWorker) => host(message),
      terminate: () => {
        isOver = true
      },
    }
    const post = (data: FromWorker) => {
      if (!isOver) worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data }))
    }
    const host = createScanHost({ types: [notebooks], read, post, later: queueMicrotask })
    workers.push(worker)
    return worker
  })
  const found: number[] = []
  const watch = (text: string) => {
    const parsed = parseEventFilter(text, notebooks)
    if (parsed.type !== 'parsed') throw new Error(text)
    return scanner.watch({ type: 'matches', filter: parsed.filter }, (more) => found.push(...more.versions))
  }
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { server, scanner, crash, found, watch, settled }
}

const versions = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('a scanner', () => {
  it('reads nothing before it is asked, then each event once', async () => {
    const { server, scanner, found, watch, settled } = openScanner(20_000)
    await settled()
    expect(server.asked).toEqual([])
    watch('type:NoteWritten')
    await settled()
    expect(found).toEqual(versions(2, 20_000))
    watch('type:NotebookOpened')
    await settled()
    expect(found.at(-1)).toBe(1)
    expect(server.asked).toEqual(['/api/notebooks/book-1/scan?after=0'])
    expect(scanner.progress()).toEqual({ type: 'read', upTo: 20_000 })
  })

  it('goes on with what arrives, and reads what is missing between', async () => {
    const { server, scanner, found, watch, settled } = openScanner(3)
    watch('tea')
    await settled()
    server.stream = scannedNotebook(10)
    scanner.follow(4, (version) => server.stream[version - 1])
    await settled()
    expect(found).toEqual([2, 3, 4])
    expect(server.asked).toHaveLength(1)
    scanner.follow(10, (version) => (version === 10 ? server.stream[9] : undefined))
    await settled()
    expect(found).toEqual(versions(2, 10))
    expect(server.asked).toEqual(['/api/notebooks/book-1/scan?after=0', '/api/notebooks/book-1/scan?after=4'])
  })

  it('takes what arrives while it reads', async () => {
    const { server, scanner, found, watch, settled } = openScanner(5_000)
    const later = scannedNotebook(5_002)
    watch('tea')
    scanner.follow(5_002, (version) => later[version - 1])
    await settled()
    expect(found).toEqual(versions(2, 5_002))
    expect(server.asked).toHaveLength(1)
  })

  it('refuses streams of a type it was not given', () => {
    const told: FromWorker[] = []
    const asked: string[] = []
    const receive = createScanHost({
      types: [notebooks],
      read: async (address) => {
        asked.push(address)
        return undefined
      },
      post: (message) => told.push(message),
      later: queueMicrotask,
    })
    receive({ type: 'open', streamType: 'album', address: '/api/albums/1/scan' })
    receive({ type: 'ask', id: 1, question: { type: 'matches', filter: [] } })
    expect(told).toEqual([{ type: 'progress', progress: { type: 'failed', upTo: 0, failure: 'refused' } }])
    expect(asked).toEqual([])
  })

  it('says why it can not go on, and goes on from there when told to', async () => {
    const { server, scanner, found, watch, settled } = openScanner(3_000)
    server.breaks = [[2_000, 'offline']]
    watch('tea')
    await settled()
    expect(scanner.progress()).toEqual({ type: 'failed', upTo: 2_000, failure: 'offline' })
    expect(found).toEqual(versions(2, 2_000))
    scanner.retry()
    await settled()
    expect(found).toEqual(versions(2, 3_000))
    expect(server.asked.at(-1)).toBe('/api/notebooks/book-1/scan?after=2000')
    expect(scanner.progress()).toEqual({ type: 'read', upTo: 3_000 })
  })

  it('tries again by itself for whoever asks after a failure', async () => {
    const { server, scanner, found, watch, settled } = openScanner(30)
    server.breaks = [[20, 'offline']]
    watch('type:NotebookOpened')
    await settled()
    watch('tea')
    await settled()
    expect(found).toEqual([1, ...versions(2, 30)])
    expect(scanner.progress()).toEqual({ type: 'read', upTo: 30 })
  })

  it('says so when its worker breaks, and answers anew by another one', async () => {
    const { scanner, crash, settled } = openScanner(10_000)
    let answer: Answer | undefined
    scanner.watch({ type: 'matches', filter: [] }, (more) => {
      answer = withMore(answer, more)
    })
    await settled()
    crash()
    expect(scanner.progress()).toEqual({ type: 'failed', upTo: 0, failure: 'unavailable' })
    scanner.retry()
    await settled()
    expect(scanner.progress()).toEqual({ type: 'read', upTo: 10_000 })
    expect([...(answer?.versions ?? [])]).toEqual(versions(1, 10_000))
  })

  it('tells nobody who left', async () => {
    const { scanner, found, watch, server, settled } = openScanner(10)
    const stop = watch('tea')
    await settled()
    stop()
    server.stream = scannedNotebook(11)
    scanner.follow(11, (version) => server.stream[version - 1])
    await settled()
    expect(found).toEqual(versions(2, 10))
    scanner.close()
  })
})

describe('reading a scan', () => {
  const line = (version: number) => `[${version},5,"NoteWritten",{"noteId":"a\\nb"},"guest","g"]\n`
  const bodyOf = (text: string, size: number): ReadableStream<Uint8Array> => {
    const bytes = new TextEncoder().encode(text)
    return new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
  }
  const readAll = async (ask: Parameters<typeof readScan>[2]) => {
    const events: ScannedEvent[] = []
    const failure = await readScan('/x', (more) => events.push(...more), ask)
    return { events, failure }
  }

  it.each([1, 7, 1_000])('gives every event whatever the chunks: %i bytes', async (size) => {
    const text = line(1) + line(2) + line(3)
    const { events, failure } = await readAll(async () => ({
      ok: true,
      status: 200,
      body: bodyOf(text, size),
    }))
    expect(failure).toBeUndefined()
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(events[0]).toMatchObject({ at: 5, data: { noteId: 'a\nb' }, actor: { kind: 'guest', id: 'g' } })
  })

  it.each([
    [503, 'unavailable'],
    [500, 'unavailable'],
    [404, 'refused'],
    [401, 'refused'],
  ] as const)('says what %i means: %s', async (status, failure) => {
    expect(await readAll(async () => ({ ok: false, status, body: null }))).toEqual({ events: [], failure })
  })

  it('says that there is no network, also when it goes away in the middle', async () => {
    const gone = () => Promise.reject(new TypeError('Failed to fetch'))
    expect((await readAll(gone)).failure).toBe('offline')
    let isFirst = true
    const breaking = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (isFirst) controller.enqueue(new TextEncoder().encode(line(1)))
        else controller.error(new TypeError('network error'))
        isFirst = false
      },
    })
    const { events, failure } = await readAll(async () => ({ ok: true, status: 200, body: breaking }))
    expect(failure).toBe('offline')
    expect(events).toHaveLength(1)
  })
})
