import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What a server does with the next mail: it takes it, answers with a code, or breaks the connection before or after it has it all. */
export type MailTreatment =
  | 'take'
  | { readonly recipient: number }
  | { readonly message: number }
  | 'hang up'
  | 'hang up late'

/** A mail that a server has whole. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** To the letter. */
  readonly raw: string
  readonly mail: Email
}

export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What it does with the next ones, one after another; after that it takes all. */
  readonly treat: (...next: readonly MailTreatment[]) => void
  /** Lets nobody in until `open`. */
  readonly close: () => Promise<void>
  readonly open: () => Promise<void>
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

interface MailServerOptions {
  /** Only who says it may send. */
  readonly password?: string
}

/** A real server for mail on loopback, that treats mails as it is told. */
export const startMailServer = async ({ password }: MailServerOptions = {}): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const treatments: MailTreatment[] = []
  const sockets = new Set<Socket>()
  let server: SMTPServer | undefined
  let port = 0

  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }

  const make = () =>
    new SMTPServer({
      authOptional: password === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (given, _, done) =>
        given.password === password ? done(null, { user: given.username }) : done(refusal(535, 'Not you')),
      onRcptTo: ({ address }, _, done) => {
        const next = treatments[0]
        if (typeof next !== 'object' || !('recipient' in next)) return done()
        treatments.shift()
        done(refusal(next.recipient, `<${address}>: ${address.split('@')[0]} has no room`))
      },
      onData: async (stream, { envelope }, done) => {
        const next = treatments.shift() ?? 'take'
        if (next === 'hang up') return hangUp()
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        if (typeof next === 'object') return done(refusal('message' in next ? next.message : 550, 'No'))
        const raw = Buffer.concat(chunks).toString('utf8')
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        })
        if (next === 'hang up late') return hangUp()
        done(null, 'taken')
      },
    })

  const open = () =>
    new Promise<void>((resolve, reject) => {
      if (server) return resolve()
      server = make()
      server.on('error', reject)
      const listener = server.listen(port, '127.0.0.1', () => {
        port = (listener.address() as AddressInfo).port
        resolve()
      })
      listener.on('connection', (socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
        socket.on('error', () => undefined)
      })
    })

  await open()
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    treat: (...next) => void treatments.push(...next),
    open,
    close: () =>
      new Promise((resolve) => {
        const closing = server
        server = undefined
        if (!closing) return resolve()
        closing.close(resolve)
        hangUp()
      }),
  }
}
