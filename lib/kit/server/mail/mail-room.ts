import type { Log } from '../log'
import type { Sql } from '../postgres/sql'
import type { Leases } from '../subscriptions/leases'
import type { Wakeable } from '../tail/wakeable'
import { retryNow } from '../work/by-hand'
import { growingRest, type Retries } from '../work/retries'
import { startWork } from '../work/start-work'
import { findMail } from './find-mail'
import { keepMail } from './keep-mail'
import { listMails, type MailRow } from './list-mails'
import type { Mail } from './mail'
import { MailServerAway } from './mail-failures'
import { mailQueue } from './mail-queue'
import { type Content, createMailSeal, type Envelope } from './mail-seal'
import { sendKept } from './send-kept'
import { createSmtp, type SmtpOptions } from './smtp'

/** A mail for a person to look at. */
export interface ListedMail extends Omit<MailRow, 'envelope'> {
  /** Undefined where it was sealed under another secret. */
  readonly envelope: Envelope | undefined
}

/** The same with what it says, where that is still kept. */
export interface OpenedMail extends ListedMail {
  readonly content: Content | undefined
}

interface MailsAsked {
  /** Only those to this address. */
  readonly to?: string | undefined
  /** Only those that a server refused for good. */
  readonly isRefused?: boolean | undefined
  readonly before?: number | undefined
  readonly limit: number
}

export interface MailRoom {
  /** Is there a server that mails go to? Else they are kept for a person to hand over. */
  readonly hasServer: boolean
  /** Keeps a mail within a transaction; `wake` sends it once that is committed. */
  readonly keep: (sql: Sql, mail: Mail) => Promise<void>
  /** Keeps a mail, to be sent at once, and at least once. */
  readonly send: (mail: Mail) => Promise<void>
  readonly wake: () => void
  /** Newest first. */
  readonly list: (asked: MailsAsked) => Promise<ListedMail[]>
  readonly open: (id: string) => Promise<OpenedMail | undefined>
  /** Lets one mail be tried again, or all that were refused; gives how many. */
  readonly retry: (id?: string) => Promise<number>
  /** Sends what is kept from now on, on one node at a time. Does nothing where there is no server. */
  readonly start: (leases: Leases) => Wakeable
}

interface MailRoomOptions {
  readonly sql: Sql
  readonly secret: string
  /** What stands behind the @ of Message-IDs. */
  readonly domain: string
  readonly smtp: SmtpOptions | undefined
  readonly log: Log
  /** How often a mail is tried that isn't taken, and when again. */
  readonly retries?: Retries | undefined
}

/** More than a day of trying: within a minute at first, every few hours in the end. */
const patience: Retries = {
  tries: 24,
  restMs: growingRest(30_000, 4 * 3_600_000),
}
/** Servers don't like many connections of one sender. */
const atOnce = 4

const idle: Wakeable = { wake: () => undefined, stop: async () => undefined }

export const createMailRoom = (options: MailRoomOptions): MailRoom => {
  const { sql, secret, domain, log, retries = patience } = options
  const seal = createMailSeal(secret)
  const smtp = options.smtp && createSmtp(options.smtp)
  let sending = idle

  const keep: MailRoom['keep'] = (within, mail) => keepMail(within, mail, { seal, domain })
  const listed = (row: MailRow): ListedMail => ({ ...row, envelope: seal.envelope(row.id, row.envelope) })

  return {
    hasServer: smtp !== undefined,
    keep,
    send: async (mail) => {
      await keep(sql, mail)
      sending.wake()
    },
    wake: () => sending.wake(),
    list: async ({ to, ...asked }) => {
      const rows = await listMails(sql, { ...asked, addressKey: to === undefined ? to : seal.addressKey(to) })
      return rows.map(listed)
    },
    open: async (id) => {
      const [row] = await listMails(sql, { id, limit: 1 })
      if (!row) return undefined
      const kept = await findMail(sql, id)
      return { ...listed(row), content: kept?.content ? seal.content(id, kept.content) : undefined }
    },
    retry: async (id) => {
      const count = await retryNow(sql, mailQueue, id)
      sending.wake()
      return count
    },
    start: (leases) => {
      if (!smtp) return idle
      sending = startWork({
        sql,
        leases,
        queue: mailQueue,
        run: ({ id }, signal) => sendKept({ sql, seal, smtp }, id, signal),
        isDown: (error) => error instanceof MailServerAway,
        atOnce,
        retries,
        log,
      })
      return sending
    },
  }
}
