import { once } from 'node:events'
import { connect } from 'node:net'
import { type Answer, createAnswerReader } from './answer'

/** A connection that stays open, asking one thing at a time. */
export interface Connection {
  readonly ask: (request: string) => Promise<Answer>
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** Speaks HTTP over a bare socket: a whole client would take more of the machine than some of the servers. */
export const openConnection = async (url: string): Promise<Connection> => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  const read = createAnswerReader()
  let waiting: Waiting | undefined

  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
    socket.destroy()
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server closed the connection')))
  socket.on('data', (piece: Buffer) => {
    try {
      const answer = read(piece)
      if (!answer) return
      const asked = waiting
      waiting = undefined
      asked?.resolve(answer)
    } catch (error) {
      fail(error as Error)
    }
  })

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('The connection is closed'))
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}
