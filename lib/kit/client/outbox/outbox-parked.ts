import { isBarrier, isOf, type Outbox, type Person } from './outbox'
import type { OutboxEntry } from './outbox-entry'

/**
 * Sets a command aside that the server fails on, so that it holds up nothing else; with it what was asked for after it
 * and would mean something else without it: nothing is decided on what isn't as one saw it.
 */
export const park = <Entry extends OutboxEntry>(outbox: Outbox<Entry>, commandId: string): Outbox<Entry> => {
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
  later.streamId === earlier.streamId &&
  (isBarrier(later) || isBarrier(earlier) || later.subject === earlier.subject)

/** Sends a person's again what was set aside, in its old place. */
export const unpark = <Entry extends OutboxEntry>(outbox: Outbox<Entry>, person: Person): Outbox<Entry> =>
  outbox.entries.some((entry) => isParkedOf(entry, person))
    ? {
        ...outbox,
        entries: outbox.entries.map((entry) =>
          isParkedOf(entry, person) ? { ...entry, parked: false } : entry,
        ),
      }
    : outbox

/** Gives up what was set aside. */
export const removeParked = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  person: Person,
): Outbox<Entry> => ({
  ...outbox,
  entries: outbox.entries.filter((entry) => !isParkedOf(entry, person)),
})

const isParkedOf = (entry: OutboxEntry, person: Person): boolean =>
  entry.parked === true && isOf(entry, person)
