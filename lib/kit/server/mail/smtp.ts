import { createTransport } from 'nodemailer'
import { type Delivery, type DeliveryError, judge, reasonOf, withoutAddress } from './delivery'
import type { Content, Envelope } from './mail-seal'
import type { Sender } from './sender'

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://`. */
  readonly url: string
  /** Whom mails are from. */
  readonly from: Sender
}

/** A mail as it is handed to a server. */
export interface Outgoing extends Envelope, Content {
  readonly messageId: string
  readonly date: Date
}

export interface Smtp {
  /** Rejects when it is broken off, and for what is no matter of mail. */
  readonly deliver: (mail: Outgoing, signal: AbortSignal) => Promise<Delivery>
}

/** A server that says nothing for so long won't. */
const limits = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  socketCloseTimeout: 1_000,
}
const noFiles = { disableFileAccess: true, disableUrlAccess: true }
/** No machine answers it. */
const noReplies = { 'Auto-Submitted': 'auto-generated' }

/** Hands mails to a server, each over a connection of its own. */
export const createSmtp = ({ url, from }: SmtpOptions): Smtp => {
  const transport = createTransport({ url, ...limits, ...noFiles })

  /** Does the server let us in? If so, it was the mail that broke the connection. */
  const answers = (): Promise<boolean> =>
    transport.verify().then(
      () => true,
      () => false,
    )

  return {
    deliver: async ({ to, subject, text, html, headers, messageId, date }, signal) => {
      try {
        const { response = '' } = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId,
          date,
          headers: { ...noReplies, ...headers },
          signal,
        })
        return { type: 'taken', answer: withoutAddress(response, to) }
      } catch (error) {
        if (signal.aborted || !isDeliveryError(error)) throw error
        const judged = judge(error)
        const why = reasonOf(error, to)
        if (judged !== 'unclear') return { type: judged, why }
        return { type: (await answers()) ? 'postponed' : 'away', why }
      }
    },
  }
}

const isDeliveryError = (error: unknown): error is DeliveryError & Error =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'
