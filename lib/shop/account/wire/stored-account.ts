import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import { accountStreamType } from '../account-stream'
import type { AccountCommand } from '../commands'
import type { AccountRejection } from '../decide'
import type { AccountEvent } from '../events'
import type { AccountState } from '../state'
import { accountEventTypes } from './account-event-types'

/** Accounts as they are stored. */
export const storedAccount: StoredStreamType<AccountState, AccountCommand, AccountEvent, AccountRejection> = {
  ...accountStreamType,
  eventTypes: accountEventTypes,
  endings: ['AccountClosed'],
  stateVersion: 2,
  bytesOf: ({ holds }) => 400 + 150 * holds.length,
}
