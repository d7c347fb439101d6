import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

interface Turns {
  isBusy: boolean
  isRefused: boolean
  readonly waiting: (() => void)[]
}

/** So many requests may come ahead of answers on one connection. Browsers send none. */
const maxAhead = 8

interface Options {
  readonly answer: Answer
  /** Answers the first one that came too far ahead; the connection ends with it. */
  readonly refuse: Answer
}

/**
 * One request at a time on each connection: what comes ahead of its answer waits. Node reads all that is sent and
 * begins all of it; who sends more ahead than anybody needs is refused, and what they sent after it is never begun.
 */
export const createConnectionTurns = ({ answer, refuse }: Options): Answer => {
  const connections = new WeakMap<Socket, Turns>()

  const turnsOf = (socket: Socket): Turns => {
    const known = connections.get(socket) ?? { isBusy: false, isRefused: false, waiting: [] }
    connections.set(socket, known)
    return known
  }

  const begin = (turns: Turns, request: IncomingMessage, response: ServerResponse, by: Answer): void => {
    // What waits on a connection that broke has nobody to be answered to.
    if (request.socket.destroyed) return
    turns.isBusy = true
    response.once('close', () => {
      turns.isBusy = false
      turns.waiting.shift()?.()
    })
    by(request, response)
  }

  return (request, response) => {
    const turns = turnsOf(request.socket)
    if (turns.isRefused) return
    if (!turns.isBusy) return begin(turns, request, response, answer)
    if (turns.waiting.length < maxAhead) {
      turns.waiting.push(() => begin(turns, request, response, answer))
      return
    }
    turns.isRefused = true
    request.socket.pause()
    turns.waiting.push(() => begin(turns, request, response, refuse))
  }
}
