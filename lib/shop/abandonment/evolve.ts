import { exhaustive } from '../../kit/kernel/exhaustive'
import type { AbandonmentEvent } from './events'
import type { AbandonmentState } from './state'

/** What is known after one more event. */
export const evolveAbandonment = (state: AbandonmentState, event: AbandonmentEvent): AbandonmentState => {
  switch (event.type) {
    case 'CartWatched':
      return { ...state, status: 'watching' }
    case 'CartIdled':
      return { ...state, idleSince: event.data.since }
    case 'WatchEnded':
      return { ...state, status: 'ended' }
    default:
      return exhaustive(event)
  }
}
