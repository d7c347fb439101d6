import type { RecordedEvent } from '../../events/recorded-event'
import { askServer, type ServerAnswer } from './ask-server'

type NotAnswered = Exclude<ServerAnswer<never>, { type: 'answered' }>

/** What a stream's events after a version are, as far as one answer goes. */
export type EventsRead =
  | {
      readonly type: 'answered'
      readonly events: readonly RecordedEvent[]
      readonly hasMore: boolean
    }
  | NotAnswered

interface Page {
  readonly events: readonly RecordedEvent[]
  readonly next: number | null
}

/** Reads what came after a version over http, of the stream at a path. */
export const readEvents = async (path: string, after: number): Promise<EventsRead> => {
  const asked = await askServer<Page>(`${path}/events?after=${after}`)
  if (asked.type !== 'answered') return asked
  return { type: 'answered', events: asked.body.events, hasMore: asked.body.next !== null }
}
