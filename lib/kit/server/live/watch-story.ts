import type { RecordedEvent } from '../../events/recorded-event'
import { streamKey, streamOfEvent } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'
import { type WatchAnswer, type WatchedStory, watchStoryRequest } from '../../wire/socket'
import type { StreamAccess } from '../access/access'
import type { Log } from '../log'
import { answerNewest } from './answer-newest'
import type { LiveSocket } from './live-socket'
import type { WatchedStories } from './watched-stories'

interface WatchOptions<Person extends Identity> {
  readonly socket: LiveSocket
  readonly stories: WatchedStories
  readonly access: Pick<StreamAccess<Person>, 'see'>
  /** Who the socket is of by now. */
  readonly identify: () => Promise<Person | undefined>
  readonly log: Log
}

/** Lets a socket watch one story at a time: it is told that there is more, and reads that where it is asked for what it may see. */
export const letWatchStory = <Person extends Identity>(options: WatchOptions<Person>): void => {
  const { socket, stories, access, identify, log } = options
  let watched: { readonly correlationId: string; readonly end: () => void } | undefined

  const stop = () => {
    watched?.end()
    watched = undefined
  }

  const watch = async ({ correlationId }: WatchedStory): Promise<WatchAnswer> => {
    const identity = await identify()
    if (!identity) return { type: 'refused', code: 'Unidentified' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    stop()
    const tell = async (events: readonly RecordedEvent[]): Promise<void> => {
      if (await seesAny(access, identity, events)) socket.emit('storyGrew', { correlationId })
    }
    const end = stories.watch(correlationId, (events) => {
      tell(events).catch((error) => log.warn({ err: error }, 'Who may see a story could not be told'))
    })
    watched = { correlationId, end }
    return { type: 'watching' }
  }

  socket.on(
    'watchStory',
    answerNewest({
      schema: watchStoryRequest,
      work: watch,
      superseded: { type: 'refused', code: 'Unavailable' },
      failure: 'A story could not be watched',
      log,
    }),
  )
  socket.on('unwatchStory', (payload) => {
    const request = watchStoryRequest.safeParse(payload)
    if (request.success && request.data.correlationId === watched?.correlationId) stop()
  })
  socket.on('disconnect', stop)
}

/** Is any of the events in a stream that this person may see? Each stream is asked about once. */
const seesAny = async <Person extends Identity>(
  access: Pick<StreamAccess<Person>, 'see'>,
  person: Person,
  events: readonly RecordedEvent[],
): Promise<boolean> => {
  const streams = new Map(events.map(streamOfEvent).map((stream) => [streamKey(stream), stream]))
  for (const stream of streams.values()) if ((await access.see(person, stream)) === 'seen') return true
  return false
}
