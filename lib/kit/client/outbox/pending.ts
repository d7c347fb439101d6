import { stateAt } from '../../history/history'
import type { ConcurrencyConflict } from '../../wire/answers'
import type { PendingEvent } from '../session/stream-session'
import type { StreamHistory } from '../stream-log/stream-log'
import type { CommandTypes } from './command-types'
import type { OutboxRules } from './outbox-rules'

interface Refused<Types extends CommandTypes> {
  readonly commandId: string
  readonly rejection: Types['rejection'] | ConcurrencyConflict
}

/** What the rules foresee of the commands on their way. */
export interface Optimistic<Types extends CommandTypes> {
  readonly state: Types['state']
  readonly events: readonly PendingEvent<Types['event']>[]
  /** What the rules refuse on this base, and would be refused by the server too. */
  readonly refused: readonly Refused<Types>[]
}

/**
 * Decides the pending commands again on what is confirmed, by the very rules the server has. A stream that isn't there
 * yet is begun first, as the server will.
 */
export const decidePending = <Types extends CommandTypes>(
  { type, beginningOf, commandOf }: OutboxRules<Types>,
  confirmed: StreamHistory<Types['state'], Types['event']>,
  pending: readonly Types['entry'][],
  known: Types['known'],
): Optimistic<Types> => {
  const events: PendingEvent<Types['event']>[] = []
  const refused: Refused<Types>[] = []
  let state = confirmed.head
  const stateAtVersion = (version: number): Types['state'] | undefined => {
    const since = version - confirmed.head.version
    if (since <= 0) return stateAt(confirmed, version)
    const pendingEvents = events.slice(0, since).map(({ event }) => event)
    return type.fold(confirmed.head, pendingEvents)
  }
  const decide = (command: Types['command'], { commandId, issuedAt }: Types['entry']) => {
    const decision = type.decide(command, state)
    if (decision.type === 'rejected') {
      refused.push({ commandId, rejection: decision.rejection })
      return
    }
    state = type.fold(state, decision.events)
    events.push(...decision.events.map((event) => ({ commandId, event, issuedAt })))
  }
  for (const entry of pending) {
    const { commandId, expectedVersion: expected = state.version } = entry
    if (expected !== state.version) {
      refused.push({ commandId, rejection: { type: 'ConcurrencyConflict', expected, actual: state.version } })
      continue
    }
    const beginning = beginningOf(state)
    if (beginning !== undefined) decide(beginning, entry)
    const meant = commandOf(entry, { known, stateAt: stateAtVersion })
    if (meant !== undefined) decide(meant, entry)
  }
  return { state, events, refused }
}
