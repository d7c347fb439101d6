import type { Streams } from '../../../kit/server/projections/projection'
import { createStreamStates, lastSteps, type StreamStep } from '../../../kit/server/projections/stream-states'
import type { AccountEvent } from '../events'
import type { AccountState } from '../state'
import { storedAccount } from '../wire/stored-account'

/** An account's event, and the account before and after it. */
export type AccountStep = StreamStep<AccountState, AccountEvent>

const maxBytes = 10_000_000

/** Follows accounts along their events, and gives the last step that each took. */
export const createAccountSteps = (streams: Streams) => {
  const follow = createStreamStates<AccountState, AccountEvent>(storedAccount, streams, maxBytes)
  return async (events: Parameters<typeof follow>[0]): Promise<ReadonlyMap<string, AccountStep>> =>
    lastSteps(await follow(events))
}
