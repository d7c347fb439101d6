import type { WatchAnswer } from '../../wire/socket'
import { pauseMs } from '../page/pauses'
import { type LinkState, readEveryMs } from './link'
import { listenTo, type TabSocket } from './socket'

type Hints = Parameters<typeof listenTo>[1]

/** Something on the server that grows, and how the socket says so. */
interface Growing {
  readonly watch: (socket: TabSocket, answer: (answer: WatchAnswer) => void) => void
  readonly unwatch: (socket: TabSocket) => void
  readonly hints: (onGrew: () => void) => Hints
}

export interface GrowingLinkOptions {
  readonly socket: TabSocket
  /** Reads on, and takes in what there is. */
  readonly readOn: () => Promise<'answered' | 'refused' | 'unanswered'>
  readonly onState: (state: LinkState) => void
  /** Does anybody look at the page, and is there a network? Else nothing is read. */
  readonly isWatched: () => boolean
}

export interface GrowingLink {
  /** Looks again at once: the page is looked at again, the network is back. */
  readonly look: () => void
  readonly close: () => void
}

/** A hint may be lost: what grows is read again after so long without one. */
export const quietReadMs = 30_000

/**
 * What makes something grow on the page. The socket only says that there is more, and it is read on from where the page
 * has it; without a socket it is read every few seconds.
 */
export const openGrowingLink = (growing: Growing, options: GrowingLinkOptions): GrowingLink => {
  const { socket, readOn, onState, isWatched } = options
  let state: LinkState = 'connecting'
  let isHinted = false
  let isClosed = false
  let isReading = false
  let isBehind = false
  let failures = 0
  let next: ReturnType<typeof setTimeout> | undefined

  const become = (to: LinkState): void => {
    if (isClosed || to === state) return
    state = to
    onState(to)
  }
  const readIn = (ms: number): void => {
    clearTimeout(next)
    if (!isClosed) next = setTimeout(() => void read(), ms)
  }
  /** One read at a time: what is hinted at meanwhile is read by one more. */
  const read = async (): Promise<void> => {
    if (isClosed) return
    if (isReading) {
      isBehind = true
      return
    }
    clearTimeout(next)
    if (!isWatched()) return readIn(readEveryMs)
    isReading = true
    isBehind = false
    const answer = await readOn()
    isReading = false
    if (isClosed) return
    failures = answer === 'answered' ? 0 : failures + 1
    if (answer === 'refused') return become('shut')
    if (answer === 'answered') become(isHinted ? 'live' : 'reading')
    else become('reconnecting')
    if (isBehind) readIn(0)
    else if (failures > 0) readIn(pauseMs(failures))
    else readIn(isHinted ? quietReadMs : readEveryMs)
  }
  const watch = (): void => {
    growing.watch(socket, (answer) => {
      if (isClosed) return
      isHinted = answer.type === 'watching'
      // What came before the hints do.
      void read()
    })
  }
  const onLost = (): void => {
    isHinted = false
    if (state !== 'live') return
    become('reconnecting')
    readIn(readEveryMs)
  }
  const stopListening = listenTo(socket, {
    connect: watch,
    disconnect: onLost,
    connect_error: onLost,
    ...growing.hints(() => void read()),
  })
  readIn(readEveryMs)
  if (socket.isConnected()) watch()
  else socket.connect()

  return {
    look: () => void read(),
    close: () => {
      isClosed = true
      clearTimeout(next)
      stopListening()
      if (socket.isConnected()) growing.unwatch(socket)
    },
  }
}
