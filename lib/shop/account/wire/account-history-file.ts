import * as z from 'zod'
import {
  exportedFrom,
  type FiledType,
  type HistoryOrigin,
  toHistoryFile,
} from '../../../kit/wire/history-file'
import { type HistoryRead, readHistory } from '../../../kit/wire/history-file-read'
import { shopEvents } from '../../wire/events/shop-events'
import { money } from '../../wire/money'
import type { AccountEvent } from '../events'
import type { AccountState } from '../state'
import { storedAccount } from './stored-account'

const accountState = z.object({
  id: z.string(),
  owner: z.string(),
  status: z.enum(['none', 'open', 'closed']),
  balance: money,
  // Files of before had none.
  holds: z
    .array(z.object({ holdId: z.string(), amount: money, for: z.object({ orderId: z.string() }) }))
    .default([]),
  transactions: z.int().min(0),
  version: z.int().min(0),
}) satisfies z.ZodType<AccountState>

const filedAccount: FiledType<AccountState, AccountEvent> = {
  ...storedAccount,
  registry: shopEvents,
  state: accountState,
  source: exportedFrom(storedAccount.streamType),
}

/** An account's history as a file, to be read again with `readAccountHistory`. */
export const toAccountHistoryFile = (
  origin: HistoryOrigin,
  before: AccountState,
  events: readonly AccountEvent[],
) => toHistoryFile(filedAccount, origin, before, events)

/** Reads a file of an account's history, or the JSON export of a whole account. */
export const readAccountHistory = (text: string): HistoryRead<AccountState, AccountEvent> =>
  readHistory(filedAccount, text)
