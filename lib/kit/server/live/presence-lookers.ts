import type { StreamName } from '../../events/stream-name'
import type { LookersMessage } from '../../wire/socket'
import { refOf } from '../../wire/stream-ref'
import type { Look } from './presence-looks'

/** How many are named to one who looks; the rest is a count. */
const maxLookers = 20

interface Viewer {
  readonly person: string
  readonly role: string
}

/**
 * The others who look at a stream as one of them may see it: each once, where their last moved tab is. Staff alone is
 * told names.
 */
export const lookersFor = (stream: StreamName, looks: readonly Look[], viewer: Viewer): LookersMessage => {
  const people = new Map<string, Look>()
  for (const look of looks) {
    if (look.person === viewer.person) continue
    people.set(look.person, inHand(people.get(look.person), look))
  }
  const inOrder = [...people.values()].sort((a, b) => a.since - b.since || (a.person < b.person ? -1 : 1))
  return {
    ...refOf(stream),
    count: inOrder.length,
    lookers: inOrder.slice(0, maxLookers).map(({ person, kind, name, version }) => ({
      id: person,
      who: { kind, name: viewer.role === 'staff' ? name : null },
      version,
    })),
  }
}

/** The tab moved last stands for the person, who is here since the first one. */
const inHand = (one: Look | undefined, other: Look): Look => {
  if (!one) return other
  const isLater = other.movedAt - one.movedAt || (other.id > one.id ? 1 : -1)
  return { ...(isLater > 0 ? other : one), since: Math.min(one.since, other.since) }
}
