import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { ProcessRules } from '../../kit/processes/process'
import type { AbandonmentEvent } from './events'
import { evolveAbandonment } from './evolve'
import { type AbandonmentInput, reactToCart } from './react'
import { type AbandonmentState, initialAbandonment } from './state'

/** What was imported is closed, or was long ago. */
const isImported = ({ metadata }: RecordedEvent): boolean => metadata.actor.kind === 'import'

/** A cart that is left alone: its owner is reminded, then it is closed. One instance for each cart. */
export const abandonmentProcess: ProcessRules<AbandonmentState, AbandonmentEvent, AbandonmentInput> = {
  streamType: 'abandonment',
  inputs: ['CartCreated', 'CartReopened'],
  instanceOf: (event) => (isImported(event) ? undefined : event.streamId),
  initial: initialAbandonment,
  evolve: evolveAbandonment,
  react: reactToCart,
  // One that was closed by time may be opened again.
  endings: [],
  milestones: ['CartWatched', 'CartIdled', 'WatchEnded'],
}
