import type { MomentQuery } from '../../wire/api-moment'
import type { Foldable, Folded } from '../aggregates/aggregate'
import type { Aggregates } from '../aggregates/aggregates'
import { head, type Moment } from '../aggregates/moment'
import { type HttpRefusal, refuse } from '../http/refusal'

/** A stream's state as it was at a moment; as it is now when no moment is given. */
export const stateAt = async <State, Event>(
  aggregates: Pick<Aggregates, 'at'>,
  type: Foldable<State, Event>,
  streamId: string,
  asked: MomentQuery,
): Promise<({ readonly type: 'found' } & Folded<State>) | HttpRefusal> => {
  const folded = await aggregates.at(type, streamId, momentOf(asked))
  const isAhead = asked.version !== undefined && folded.version < asked.version
  if (isAhead) return refuseFuture(type, folded.version, asked.version)
  return { type: 'found', ...folded }
}

/** There is no such version yet. */
export const refuseFuture = (
  { streamType }: Pick<Foldable<never, never>, 'streamType'>,
  headVersion: number,
  asked: number | undefined,
): HttpRefusal =>
  refuse(
    404,
    'VersionNotFound',
    `The ${streamType} has come to version ${headVersion}; there is no version ${asked} yet.`,
    { data: { headVersion } },
  )

const momentOf = ({ version, at, position }: MomentQuery): Moment => {
  if (version !== undefined) return { type: 'version', version }
  if (position !== undefined) return { type: 'position', position }
  return at === undefined ? head : { type: 'instant', at }
}
