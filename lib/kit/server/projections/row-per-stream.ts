import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { Projection } from './projection'
import { createStreamStates, type FollowedType, lastSteps, type StreamStep } from './stream-states'
import { writeRows } from './write-rows'

const maxBytes = 10_000_000

/** Keeps a row for each stream of a type, by its last event and the state after it. `rowOf` gives none of a stream that has none. */
export const rowPerStream =
  <State extends Versioned, Event extends DomainEvent>(
    type: FollowedType<State, Event>,
    target: Parameters<typeof writeRows>[0],
    rowOf: (step: StreamStep<State, Event>) => object | undefined,
  ): Projection['begin'] =>
  (streams) => {
    const follow = createStreamStates<State, Event>(type, streams, maxBytes)
    return async (events) => {
      const rows = new Map<string, object>()
      for (const [streamId, step] of lastSteps(await follow(events))) {
        const row = rowOf(step)
        if (row) rows.set(streamId, row)
      }
      return writeRows(target, rows)
    }
  }
