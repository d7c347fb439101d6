import { expect } from 'vitest'
import type { Decider } from '../kernel/decider'

/**
 * given/when/then for any decider: `given(notebook, ...events).when(command).then(...events)`.
 * `given` is history, `when` decides once, `then` and `thenRejected` compare the whole outcome.
 */
export const given = <State, Command, Event, Rejection>(
  decider: Decider<State, Command, Event, Rejection>,
  ...history: Event[]
) => ({
  when: (command: Command) => {
    const state = decider.fold(decider.initial('stream-1'), history)
    const decision = decider.decide(command, state)
    return {
      then: (...events: Event[]) => expect(decision).toEqual({ type: 'accepted', events }),
      thenNothing: () => expect(decision).toEqual({ type: 'accepted', events: [] }),
      thenRejected: (rejection: Rejection) => expect(decision).toEqual({ type: 'rejected', rejection }),
    }
  },
})
