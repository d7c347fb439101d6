import type { Actor } from '../../../kit/events/recorded-event'
import type { Handle } from '../../../kit/server/commands/handle'
import { Overloaded } from '../../../kit/server/store/overloaded'
import type { SaidBy } from '../events'
import { storedCustomer } from '../wire/stored-customer'

/** Keeps what a person said of being reminded. They say it of themselves: their customer's stream has their own id. */
export const setReminders = async (
  { handle }: { readonly handle: Handle },
  customerId: string,
  actor: Actor,
  said: { readonly mayRemind: boolean; readonly by: SaidBy },
): Promise<void> => {
  const handled = await handle(storedCustomer, {
    streamId: customerId,
    command: { type: said.mayRemind ? 'AllowReminders' : 'StopReminders', by: said.by },
    actor,
  })
  if (handled.type === 'overloaded') throw new Overloaded(handled.retryAfterMs)
  if (handled.type !== 'accepted') throw new Error(`What was said of reminders was not kept: ${handled.type}`)
}
