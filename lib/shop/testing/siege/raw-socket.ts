import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Target } from './target'
import type { Visitor } from './visitor'

/** A websocket with nothing between it and the wire, which may send what no client would, and needn't read. */
export interface RawSocket {
  readonly send: (messages: readonly string[]) => void
  readonly stopReading: () => void
  readonly isOpen: () => boolean
  readonly closed: Promise<void>
  readonly close: () => void
}

/** A message as a client's frame; its mask is zero, so that the text stays as it is. */
const frameOf = (text: string): Buffer => {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([head, Buffer.alloc(4), payload])
}

/** Opens a socket of the shop's, connected to its namespace. Rejects when it is refused. */
export const openRawSocket = (
  target: Target,
  { from, cookie }: Pick<Visitor, 'from' | 'cookie'>,
): Promise<RawSocket> =>
  new Promise((resolve, reject) => {
    const wire = connect({ ...target, localAddress: from })
    const closed = new Promise<void>((done) => wire.once('close', () => done()))
    wire.on('error', reject)
    void closed.then(() => reject(new Error('refused')))
    wire.write(handshake(target, cookie))
    let heard = ''
    let isAsked = false
    const listen = (chunk: Buffer) => {
      heard += chunk.toString('latin1')
      if (heard.includes('40{"sid"')) {
        wire.off('data', listen).resume()
        resolve(rawSocketOn(wire, closed))
      } else if (heard.includes('0{"sid"') && !isAsked) {
        isAsked = true
        wire.write(frameOf('40'))
      } else if (heard.includes('\r\n\r\n') && !heard.startsWith('HTTP/1.1 101')) {
        wire.destroy()
      }
    }
    wire.on('data', listen)
  })

const handshake = ({ host, port }: Target, cookie: string): string =>
  [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    `Cookie: ${cookie}`,
    '\r\n',
  ].join('\r\n')

const rawSocketOn = (wire: Socket, closed: Promise<void>): RawSocket => ({
  send: (messages) => void wire.write(Buffer.concat(messages.map(frameOf))),
  stopReading: () => void wire.pause(),
  isOpen: () => !wire.destroyed,
  closed,
  close: () => void wire.destroy(),
})
