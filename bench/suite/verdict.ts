/** Ids of events by the stream they are in, in order. */
export type Streams = ReadonlyMap<string, readonly string[]>

export interface DurabilityVerdict {
  readonly answered: number
  /** Events that were answered and are gone, or not where they were. */
  readonly lost: number
  /** Appends of which a part is there. */
  readonly torn: number
  /** Events that are there twice. */
  readonly twice: number
}

/**
 * What became of appends of so many events each: all that was answered has to be there, in order; what was not may be there, but
 * whole.
 */
export const durabilityOf = (answered: Streams, held: Streams, batchSize: number): DurabilityVerdict => {
  const verdict = { answered: 0, lost: 0, torn: 0, twice: 0 }
  for (const [stream, told] of answered) {
    const ids = held.get(stream) ?? []
    verdict.answered += told.length
    verdict.lost += told.filter((id, nth) => ids[nth] !== id).length
    if (ids.length % batchSize !== 0) verdict.torn++
    verdict.twice += ids.length - new Set(ids).size
  }
  return verdict
}

export interface RaceVerdict {
  readonly rounds: number
  /** Rounds that nobody won, or more than one. */
  readonly undecided: number
  /** Events of winners that aren't there, or that are and nobody's. */
  readonly wrong: number
}

/** Each round all append the same version of a stream: one has to win it, and to be what is there. */
export const raceOf = (winners: readonly (readonly string[])[], held: readonly string[]): RaceVerdict => {
  const told = new Set(winners.flat())
  const there = new Set(held)
  return {
    rounds: winners.length,
    undecided: winners.filter((ids) => ids.length !== 1).length,
    wrong: [...told].filter((id) => !there.has(id)).length + held.filter((id) => !told.has(id)).length,
  }
}

export interface FollowVerdict {
  /** Events that are in the log and were never handed on. */
  readonly missed: number
  readonly twice: number
  /** Events of a stream that were handed on after a later one of it. */
  readonly disordered: number
}

/** What a follower was handed on while others wrote, against what the log held in the end. */
export const followOf = (delivered: readonly string[], streams: Streams): FollowVerdict => {
  const place = new Map(delivered.map((id, nth) => [id, nth]))
  let [missed, disordered] = [0, 0]
  for (const ids of streams.values()) {
    let latest = -1
    for (const id of ids) {
      const nth = place.get(id)
      if (nth === undefined) missed++
      else if (nth < latest) disordered++
      else latest = nth
    }
  }
  return { missed, twice: delivered.length - place.size, disordered }
}
