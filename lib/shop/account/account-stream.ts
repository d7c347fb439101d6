import { foldBy } from '../../kit/kernel/fold-by'
import type { StreamType } from '../../kit/streams/stream-type'
import type { AccountCommand } from './commands'
import { type AccountRejection, decideAccount } from './decide'
import type { AccountEvent } from './events'
import { evolveAccount } from './evolve'
import { type AccountState, initialAccount } from './state'

/** Store credit as a type of streams: one account for each customer and currency. */
export const accountStreamType: StreamType<AccountState, AccountCommand, AccountEvent, AccountRejection> = {
  streamType: 'account',
  milestones: ['AccountOpened', 'AccountClosed'],
  ownerOf: (first) => (first.type === 'AccountOpened' ? first.data.owner : undefined),
  initial: initialAccount,
  evolve: evolveAccount,
  fold: foldBy(evolveAccount),
  decide: decideAccount,
}

/** The id of a customer's account in a currency. */
export const accountIdOf = (owner: string, currency: string): string => `${owner}.${currency.toLowerCase()}`
