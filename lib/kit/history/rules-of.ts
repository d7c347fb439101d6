import type { Decider } from '../kernel/decider'
import type { Rules } from './what-if-rules'

interface Commanded<State, Command, Event, Rejection>
  extends Pick<Decider<State, Command, Event, Rejection>, 'fold' | 'decide'> {
  /** The command that made an event: what the event says was asked for. */
  readonly commandOf: (event: Event) => Command
}

/** The rules of a type of streams of whose commands each makes one event. */
export const rulesOf = <State, Command, Event, Rejection>({
  fold,
  decide,
  commandOf,
}: Commanded<State, Command, Event, Rejection>): Rules<State, Event, Rejection> => ({
  fold,
  parted: (events) => events.map((event) => [event]),
  decideAgain: ([event], state) => {
    if (event === undefined) throw new RangeError('No command makes no events')
    return decide(commandOf(event), state)
  },
})
