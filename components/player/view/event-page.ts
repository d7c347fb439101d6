import { streamOfEvent } from '@/lib/kit/events/stream-name'
import type { StreamView } from './stream-view'

interface Place {
  readonly streamType: string
  readonly streamId: string
  readonly version: number
}

/** Where an event can be looked at on its own: the page of its stream, where there is one, with it selected. */
export const eventPage = (view: Pick<StreamView, 'pageOf'>, event: Place): string | undefined => {
  const page = view.pageOf(streamOfEvent(event))
  return page && `${page}?v=${event.version}&e=${event.version}`
}
