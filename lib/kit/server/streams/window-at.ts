import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { StreamWindow } from '../../wire/stream-opening'
import type { Foldable } from '../aggregates/aggregate'
import type { HttpRefusal } from '../http/refusal'
import { readWindow } from './read-window'
import { refuseFuture } from './state-at'

/** The window that begins at a version, and the version it comes to; refused where the stream hasn't come that far. */
export const windowAt = async <State extends Versioned, Event extends DomainEvent>(
  dependencies: Parameters<typeof readWindow>[0],
  type: Foldable<State, Event>,
  streamId: string,
  from: number,
): Promise<
  | { readonly type: 'found'; readonly window: StreamWindow<State, Event>; readonly version: number }
  | HttpRefusal
> => {
  const window = await readWindow(dependencies, type, streamId, from)
  const { state, events } = window
  if (state.version < from) return refuseFuture(type, state.version, from)
  return { type: 'found', window, version: events.at(-1)?.version ?? from }
}
