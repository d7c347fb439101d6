import { productOf } from '../../../shop/cart/client/coalesce'
import { isBarrier, isOf, type Outbox, type OutboxEntry, type Person } from './outbox'

/**
 * Sets a command aside that the shop fails on, so that it holds up nothing else; with it what was asked for after it
 * and would mean something else without it: nothing is checked out that isn't the cart one saw.
 */
export const parked = (outbox: Outbox, commandId: string): Outbox => {
  const at = outbox.entries.findIndex((entry) => entry.commandId === commandId)
  const failing = outbox.entries[at]
  if (!failing) return outbox
  const entries = outbox.entries.map((entry, index) =>
    index === at || (index > at && restsOn(entry, failing)) ? { ...entry, parked: true } : entry,
  )
  return { ...outbox, entries }
}

const restsOn = (later: OutboxEntry, earlier: OutboxEntry): boolean =>
  !later.answered &&
  later.person === earlier.person &&
  later.cartId === earlier.cartId &&
  (isBarrier(later.request) ||
    isBarrier(earlier.request) ||
    productOf(later.request) === productOf(earlier.request))

/** Sends a person's again what was set aside, in its old place. */
export const unparked = (outbox: Outbox, person: Person): Outbox =>
  outbox.entries.some((entry) => isParkedOf(entry, person))
    ? {
        ...outbox,
        entries: outbox.entries.map((entry) =>
          isParkedOf(entry, person) ? { ...entry, parked: false } : entry,
        ),
      }
    : outbox

/** Gives up what was set aside. */
export const withoutParked = (outbox: Outbox, person: Person): Outbox => ({
  ...outbox,
  entries: outbox.entries.filter((entry) => !isParkedOf(entry, person)),
})

const isParkedOf = (entry: OutboxEntry, person: Person): boolean =>
  entry.parked === true && isOf(entry, person)
