import type { Log } from '../../../kit/server/log'
import { forgetMails } from '../../../kit/server/mail/forget-mails'
import type { Sql } from '../../../kit/server/postgres/sql'
import type { Leases } from '../../../kit/server/subscriptions/leases'
import { createWakeable } from '../../../kit/server/tail/wakeable'
import { registerAccounts } from '../../customer/server/register-accounts'
import type { SignUpInLog } from '../../customer/server/sign-up-in-log'
import { forgetAnswers } from './forget-answers'
import { forgetGuests } from './forget-guests'
import { forgetLinks } from './forget-links'

const everyMs = 3_600_000
/** So many rows go at a time, so that nobody waits behind it. */
const batch = 500

interface HousekeepingOptions {
  readonly pool: Sql
  readonly leases: Leases
  readonly guestDays: number
  readonly signUpInLog: SignUpInLog
  readonly log: Log
}

/** Forgets each hour, on one node, what is kept for a time only, and sees that the log knows of every account. */
export const startHousekeeping = ({ pool, leases, guestDays, signUpInLog, log }: HousekeepingOptions) => {
  const lease = leases.claim('housekeeping', () => {
    forgetting.wake()
    registering.wake()
  })
  const forgetting = createWakeable({
    pollMs: everyMs,
    step: async () => {
      if (!lease.held()) return false
      const forgot = {
        guests: await forgetGuests(pool, guestDays, batch),
        answers: await forgetAnswers(pool, batch),
        mails: await forgetMails(pool, batch),
        links: await forgetLinks(pool, batch),
      }
      const counts = Object.values(forgot)
      if (counts.some((count) => count > 0)) log.info(forgot, 'Forgot what was kept for a time only')
      return counts.includes(batch)
    },
    onError: (error) => log.warn({ err: error }, 'What is kept for a time only could not be forgotten'),
  })
  // It looks through all accounts: once, however many batches are forgotten, and neither waits for the other's trouble to end.
  const registering = createWakeable({
    pollMs: everyMs,
    step: async () => {
      if (!lease.held()) return false
      const registered = await registerAccounts({ pool, signUpInLog, log }, batch)
      if (registered > 0) log.info({ registered }, 'Wrote down of accounts that they signed up')
      return false
    },
    onError: (error) =>
      log.warn({ err: error }, 'Of accounts it could not be written down that they signed up'),
  })
  return {
    stop: async (): Promise<void> => {
      await Promise.all([forgetting.stop(), registering.stop()])
      lease.release()
    },
  }
}
