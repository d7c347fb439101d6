import type { ScannedEvent } from '../../wire/scan'
import type { ScanWorker } from '../session/scan-worker'
import type { FromWorker, ScanProgress, ToWorker } from './messages'
import type { ScanQuestion } from './question'
import type { ScanFinding } from './scan'

interface Watcher {
  readonly question: ScanQuestion
  readonly onFound: (found: ScanFinding) => void
}

/** The stream that is asked. */
export interface ScannedStream {
  readonly streamType: string
  /** Where the API has it. */
  readonly path: string
}

/** Questions to all events of a stream, answered off the page's thread. Nothing is read before the first. */
export interface Scanner {
  readonly path: string
  /** Answers come in pieces, from the first event on, and go on as events arrive. */
  readonly watch: (question: ScanQuestion, onFound: (found: ScanFinding) => void) => () => void
  /** Hands on what arrived: the head, and of the versions after those known what the page has. */
  readonly follow: (head: number, eventAt: (version: number) => ScannedEvent | undefined) => void
  /** Goes on after a failure; where the worker itself failed, from the first event on. */
  readonly retry: () => void
  readonly progress: () => ScanProgress
  readonly onProgress: (listener: () => void) => () => void
  readonly close: () => void
}

/** More than so many events that came at once aren't handed on: the worker reads them by itself. */
const mostHandedOn = 512

/** What was read is kept for so long once nobody asks any more. */
const keptMs = 60_000

/** A worker that reads says so with every piece; one that is silent for so long never began, or waits in vain. */
export const silentMs = 20_000

const unread: ScanProgress = { type: 'reading', upTo: 0 }

/** The scanner of a stream; `spawn` begins a worker that serves scans of its type. */
export const createScanner = ({ streamType, path }: ScannedStream, spawn: () => ScanWorker): Scanner => {
  const watchers = new Map<number, Watcher>()
  const listeners = new Set<() => void>()
  let worker: ScanWorker | undefined
  let progress: ScanProgress = unread
  let asked = 0
  let followed = 0
  let idle: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const fail = (): void => {
    end()
    progressed({ type: 'failed', upTo: 0, failure: 'unavailable' })
  }
  const watchOver = (): void => {
    clearTimeout(silence)
    if (worker && progress.type === 'reading') silence = setTimeout(fail, silentMs)
  }

  const progressed = (to: ScanProgress): void => {
    progress = to
    for (const listener of listeners) listener()
  }

  const receive = (message: FromWorker): void => {
    if (message.type === 'found') watchers.get(message.id)?.onFound(message.found)
    else progressed(message.progress)
    watchOver()
  }

  const tell = (message: ToWorker): void => worker?.postMessage(message)

  const open = (): void => {
    if (worker) return
    try {
      worker = spawn()
    } catch {
      // Browsers without workers, or that forbid this page to have one.
      fail()
      return
    }
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => receive(data)
    worker.onerror = fail
    progressed(unread)
    watchOver()
    tell({ type: 'open', streamType, address: `${path}/scan` })
    for (const [id, { question }] of watchers) tell({ type: 'ask', id, question })
  }

  const end = (): void => {
    clearTimeout(silence)
    worker?.terminate()
    worker = undefined
  }

  const close = (): void => {
    end()
    watchers.clear()
    progress = unread
  }

  const retry = (): void => {
    if (worker) tell({ type: 'retry' })
    else if (watchers.size > 0) open()
  }

  return {
    path,
    watch: (question, onFound) => {
      clearTimeout(idle)
      const wasOpen = worker !== undefined
      open()
      // Whoever asks now hasn't seen the failure yet.
      if (wasOpen && progress.type === 'failed') retry()
      const id = ++asked
      watchers.set(id, { question, onFound })
      tell({ type: 'ask', id, question })
      return () => {
        watchers.delete(id)
        tell({ type: 'stop', id })
        if (watchers.size === 0) idle = setTimeout(close, keptMs)
      }
    },
    follow: (head, eventAt) => {
      const from = Math.max(followed, head - mostHandedOn)
      followed = Math.max(followed, head)
      if (!worker || head <= from) return
      const events: ScannedEvent[] = []
      for (let version = from + 1; version <= head; version++) {
        const event = eventAt(version)
        if (event) events.push(event)
      }
      tell({ type: 'follow', head, events })
    },
    retry,
    progress: () => progress,
    onProgress: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  }
}

let current: Scanner | undefined

/** The scanner of a stream: one for the tab, which shows one stream at a time. */
export const scannerOf = (stream: ScannedStream, spawn: () => ScanWorker): Scanner => {
  if (current?.path === stream.path) return current
  current?.close()
  current = createScanner(stream, spawn)
  return current
}
