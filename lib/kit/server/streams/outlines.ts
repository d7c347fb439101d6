import { LRUCache } from 'lru-cache'
import type { EventRegistry } from '../../events/registry'
import { streamKey } from '../../events/stream-name'
import { extendMarkedOutline, type MarkedOutline, markedOutlineOf } from '../../history/marked-outline'
import { isOutgrown } from '../../history/outline'
import { streamOf } from '../../streams/stream-of'
import type { StreamType } from '../../streams/stream-type'
import type { StreamOutline } from '../../wire/api-outline'
import type { Sql } from '../postgres/sql'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import { countOutline } from './count-outline'
import { mostMarks, readConflicts, readMilestones } from './marks'

interface Dependencies {
  readonly sql: Sql
  readonly registry: EventRegistry
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
}

type Outlined = Pick<StreamType, 'streamType' | 'milestones'>

export interface Outlines {
  /** A stream that is there, at a glance. */
  readonly read: (type: Outlined, streamId: string) => Promise<StreamOutline>
}

const keptOutlines = 200
/** What came since is read, unless it is more than this: then all is counted anew. */
const mostSince = 2_000

/** Outlines of streams: counted in the database once, and then kept up. An archived one's is told from its copy. */
export const createOutlines = ({ sql, registry, store }: Dependencies): Outlines => {
  const known = new LRUCache<string, StreamOutline>({ max: keptOutlines })

  const count = async (type: Outlined, streamId: string, head: number): Promise<StreamOutline> => {
    const stream = streamOf(type, streamId)
    const [[first], [last], milestones] = await Promise.all([
      store.readStream(stream, { from: 1, to: 1 }),
      store.readStream(stream, { from: head, to: head }),
      readMilestones(sql, registry, stream, type.milestones, head),
    ])
    if (!first || !last) throw new Error(`${streamKey(stream)} has no events 1 and ${head}`)
    const counted = await countOutline(sql, registry, first, last)
    if (counted) return { ...counted, marks: milestones }
    return bounded(markedOutlineOf(await loadStream(store, stream), type.milestones))
  }

  const extend = async (
    type: Outlined,
    streamId: string,
    before: StreamOutline,
    head: number,
  ): Promise<StreamOutline> => {
    if (before.version === head) return before
    const since = { from: before.version + 1, to: head, limit: mostSince }
    const events = await store.readStream(streamOf(type, streamId), since)
    return bounded(extendMarkedOutline(before, events, type.milestones))
  }

  const isFit = (outline: StreamOutline, head: number): boolean => {
    const since = head - outline.version
    return since >= 0 && since <= mostSince && !isOutgrown(outline)
  }

  return {
    read: async (type, streamId) => {
      const stream = streamOf(type, streamId)
      const key = streamKey(stream)
      const head = await store.headVersion(stream)
      const before = known.get(key)
      const outline =
        before && isFit(before, head)
          ? await extend(type, streamId, before, head)
          : await count(type, streamId, head)
      known.set(key, outline)
      const conflicts = await readConflicts(sql, stream, head)
      return { ...outline, marks: [...outline.marks, ...conflicts].sort((a, b) => a.version - b.version) }
    },
  }
}

/** With no more marks than are of use, the latest. */
const bounded = (outline: MarkedOutline): StreamOutline => ({
  ...outline,
  marks: outline.marks.slice(-mostMarks),
})
