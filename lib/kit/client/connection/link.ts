import type { RecordedEvent } from '../../events/recorded-event'
import type { EventsMessage, SubscribeAnswer } from '../../wire/socket'
import type { StreamRef } from '../../wire/stream-ref'
import { pauseMs } from '../page/pauses'
import type { EventsRead } from './read-events'
import { listenTo, type TabSocket } from './socket'

/** How a stream's events come in. `shut`: they may not be read by who the browser's session says it is. */
export type LinkState = 'connecting' | 'live' | 'reading' | 'reconnecting' | 'shut'

interface LinkOptions {
  readonly stream: StreamRef
  readonly socket: TabSocket
  /** Reads what comes after a version over http. */
  readonly read: (after: number) => Promise<EventsRead>
  /** The version up to which the page has the stream. */
  readonly head: () => number
  readonly onEvents: (events: readonly RecordedEvent[]) => void
  readonly onState: (state: LinkState) => void
  /** Does anybody look at the page, and is there a network? Else nothing is read. */
  readonly isWatched: () => boolean
}

/** What a stream's events come in by: the socket, or, while that is blocked or broken, reads over http. */
export interface Link {
  /** Asks for what is missing after the head. */
  readonly catchUp: () => void
  /** Tells of a version that is known to be: a socket that doesn't bring it is a socket that brings nothing. */
  readonly expect: (version: number) => void
  /** Looks again at once: the page is looked at again, the network is back, something was refused. */
  readonly look: () => void
  /** Something of the stream was refused: asks whether all of it is, even of a socket that still brings it. */
  readonly doubt: () => void
  readonly close: () => void
}

/** So long the socket has to come, or to come back, before the stream is read without it. */
export const graceMs = 3_000
/** So often the stream is read. */
export const readEveryMs = 4_000
/** A server that got a subscription answers it before this, or hasn't got it. */
export const answerMs = 8_000
/** When a server that refuses a subscription is asked again. */
export const askAgainMs = 10_000
/** What happened comes by a socket that works long before this. */
export const deafAfterMs = 8_000

export const openLink = (options: LinkOptions): Link => {
  const { stream, socket, read, head, onEvents, onState, isWatched } = options
  let state: LinkState = 'connecting'
  let isClosed = false
  let isReading = false
  let failures = 0
  let nextRead: ReturnType<typeof setTimeout> | undefined
  let nextAsk: ReturnType<typeof setTimeout> | undefined
  let doubt: ReturnType<typeof setTimeout> | undefined
  /** The newest version that the socket brought. */
  let brought = 0
  /** The socket is known to the server as somebody who may not see the stream. */
  let isStale = false
  /** Answers to subscriptions before the newest mean nothing. */
  let asking = 0

  const become = (next: LinkState): void => {
    if (isClosed || next === state) return
    state = next
    onState(next)
  }
  const readIn = (ms: number): void => {
    clearTimeout(nextRead)
    if (!isClosed) nextRead = setTimeout(() => void readOn(), ms)
  }
  const askIn = (ms: number): void => {
    clearTimeout(nextAsk)
    if (!isClosed) nextAsk = setTimeout(subscribe, ms)
  }

  /** Reads what comes after the head, unless the socket brings it. */
  const readOn = async (): Promise<void> => {
    if (isReading || state === 'live') return
    clearTimeout(nextRead)
    if (!isWatched()) {
      readIn(readEveryMs)
      return
    }
    isReading = true
    const answer = await read(head())
    isReading = false
    if (isClosed) return
    if (answer.type === 'answered') onEvents(answer.events)
    // While it was read the socket may have come.
    if (currentState() === 'live') return
    if (answer.type === 'refused') {
      clearTimeout(nextAsk)
      become('shut')
      return
    }
    become(answer.type === 'answered' ? 'reading' : 'reconnecting')
    failures = answer.type === 'answered' ? 0 : failures + 1
    readIn(answer.type === 'answered' ? (answer.hasMore ? 0 : readEveryMs) : pauseMs(failures))
  }
  const currentState = (): LinkState => state

  const subscribe = (): void => {
    if (isClosed || !socket.isConnected()) return
    if (isStale) {
      comeAnew()
      return
    }
    const mine = ++asking
    askIn(answerMs)
    socket.emit('subscribe', { ...stream, afterVersion: head() }, (answer) => {
      if (isClosed || mine !== asking) return
      clearTimeout(nextAsk)
      heard(answer)
    })
  }
  const comeAnew = (): void => {
    isStale = false
    socket.disconnect()
    socket.connect()
  }
  const heard = (answer: SubscribeAnswer): void => {
    if (answer.type === 'subscribed') {
      failures = 0
      clearTimeout(nextRead)
      become('live')
      return
    }
    // The socket may come from before a sign-in, or be one too many: what a read answers is so now.
    isStale = answer.code === 'StreamNotFound'
    askIn(answer.code === 'Unavailable' ? pauseMs(0) : askAgainMs)
    void readOn()
  }

  const onConnect = (): void => {
    isStale = false
    subscribe()
  }
  const onLost = (): void => {
    asking += 1
    clearTimeout(nextAsk)
    if (state === 'live') {
      become('reconnecting')
      readIn(graceMs)
    }
  }
  const onMessage = (message: EventsMessage): void => {
    if (message.streamType !== stream.streamType || message.streamId !== stream.streamId) return
    brought = Math.max(brought, message.events.at(-1)?.version ?? 0)
    onEvents(message.events)
  }
  const onKeepUp = (receipt: () => void): void => receipt()

  const stopListening = listenTo(socket, {
    connect: onConnect,
    disconnect: onLost,
    connect_error: onLost,
    events: onMessage,
    keepUp: onKeepUp,
  })
  readIn(graceMs)
  if (socket.isConnected()) subscribe()
  else socket.connect()

  return {
    catchUp: () => {
      if (state === 'live') subscribe()
      else void readOn()
    },
    expect: (version) => {
      if (state !== 'live') return
      clearTimeout(doubt)
      doubt = setTimeout(() => {
        if (state !== 'live' || brought >= version) return
        onLost()
        comeAnew()
      }, deafAfterMs)
    },
    look: () => {
      if (state === 'live' || isClosed) return
      subscribe()
      void readOn()
    },
    doubt: () => {
      if (state === 'live') onLost()
      comeAnew()
      void readOn()
    },
    close: () => {
      isClosed = true
      clearTimeout(nextRead)
      clearTimeout(nextAsk)
      clearTimeout(doubt)
      stopListening()
      if (socket.isConnected()) socket.emit('unsubscribe', stream)
    },
  }
}
