import type { StreamHistory } from '../stream-log/stream-log'
import type { CommandTypes } from './command-types'
import type { OutboxRules } from './outbox-rules'
import { decidePending } from './pending'

export type Judged<Types extends CommandTypes> =
  | { readonly type: 'refused'; readonly rejection: Types['rejection'] }
  /** `mergeable` are the ids of commands on their way that it may be merged with. */
  | { readonly type: 'taken'; readonly mergeable: ReadonlySet<string> }

const none: ReadonlySet<string> = new Set()

/** What the rules say of a command on the stream as it is shown, with all that is on its way. */
export const judgeCommand = <Types extends CommandTypes>(
  rules: OutboxRules<Types>,
  confirmed: StreamHistory<Types['state'], Types['event']>,
  pending: readonly Types['entry'][],
  entry: Types['entry'],
  known: Types['known'],
): Judged<Types> => {
  const { refused } = decidePending(rules, confirmed, [...pending, entry], known)
  const own = refused.find(({ commandId }) => commandId === entry.commandId)
  // The server may be at a version that was told of here, and isn't shown yet.
  if (own && own.rejection.type !== 'ConcurrencyConflict')
    return { type: 'refused', rejection: own.rejection }
  const { state: shown } = decidePending(rules, confirmed, pending, known)
  if (!rules.mayMerge(entry, { confirmed: confirmed.head, shown, pending })) {
    return { type: 'taken', mergeable: none }
  }
  const mergeable = new Set(pending.map(({ commandId }) => commandId))
  for (const { commandId } of refused) mergeable.delete(commandId)
  return { type: 'taken', mergeable }
}
