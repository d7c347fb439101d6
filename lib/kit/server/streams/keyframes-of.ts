import { type Foldable, snapshotEveryOf } from '../aggregates/aggregate'
import type { SnapshotKeeper } from '../aggregates/snapshot-keeper'
import type { SnapshotPage } from '../aggregates/snapshot-rows'

interface Dependencies {
  readonly snapshots: Pick<SnapshotKeeper, 'read'>
}

/** A keyframe of a stream. */
export interface Keyframe<State> {
  readonly version: number
  readonly position: number
  /** The latest time of all events up to it; ISO 8601. */
  readonly at: string
  readonly state: State
}

/** A stream's keyframes in order of version. */
export const keyframesOf = async <State, Event>(
  { snapshots }: Dependencies,
  type: Foldable<State, Event>,
  streamId: string,
  page: SnapshotPage,
) => {
  const every = snapshotEveryOf(type)
  const { snapshots: found, headVersion } = await snapshots.read(type, streamId, page)
  const shown = found.at(-1)?.version ?? headVersion
  const next = shown + every <= headVersion ? shown : null
  const keyframes = found.map(
    ({ version, position, occurredUntil, state }): Keyframe<State> => ({
      version,
      position,
      at: occurredUntil,
      state,
    }),
  )
  return { keyframes, every, headVersion, next }
}
