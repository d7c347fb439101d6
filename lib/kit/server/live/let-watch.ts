import type * as z from 'zod'
import type { RecordedEvent } from '../../events/recorded-event'
import { streamKey, streamOfEvent } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'
import type { WatchAnswer } from '../../wire/socket'
import type { StreamAccess } from '../access/access'
import type { Log } from '../log'
import { answerNewest } from './answer-newest'
import type { LiveSocket } from './live-socket'
import type { Watched } from './watched'

interface WatchOptions<Person extends Identity> {
  readonly socket: LiveSocket
  readonly access: Pick<StreamAccess<Person>, 'see'>
  /** Who the socket is of by now. */
  readonly identify: () => Promise<Person | undefined>
  readonly log: Log
}

/** Something that grows by events: how a socket asks to be told of it, and is told. */
interface Growing<Request> {
  readonly watched: Watched
  readonly on: 'watchStory' | 'watchType'
  readonly off: 'unwatchStory' | 'unwatchType'
  readonly schema: z.ZodType<Request>
  readonly keyOf: (request: Request) => string
  readonly tell: (request: Request, events: readonly RecordedEvent[]) => void
}

/** Lets a socket watch one thing of a kind at a time: it is told that there is more, and reads that where it is asked for what it may see. */
export const letWatch = <Person extends Identity, Request>(
  { socket, access, identify, log }: WatchOptions<Person>,
  { watched, on, off, schema, keyOf, tell }: Growing<Request>,
): void => {
  let current: { readonly key: string; readonly end: () => void } | undefined

  const stop = () => {
    current?.end()
    current = undefined
  }

  const watch = async (request: Request): Promise<WatchAnswer> => {
    const identity = await identify()
    if (!identity) return { type: 'refused', code: 'Unidentified' }
    if (!socket.connected) return { type: 'refused', code: 'Unavailable' }
    stop()
    const tellWhoSees = async (events: readonly RecordedEvent[]): Promise<void> => {
      if (await seesAny(access, identity, events)) tell(request, events)
    }
    const key = keyOf(request)
    const end = watched.watch(key, (events) => {
      tellWhoSees(events).catch((error) =>
        log.warn({ err: error }, 'Who may see what grew could not be told'),
      )
    })
    current = { key, end }
    return { type: 'watching' }
  }

  socket.on(
    on,
    answerNewest({
      schema,
      work: watch,
      superseded: { type: 'refused', code: 'Unavailable' },
      failure: 'What a socket asked to watch could not be watched',
      log,
    }),
  )
  socket.on(off, (payload: unknown) => {
    const request = schema.safeParse(payload)
    if (request.success && keyOf(request.data) === current?.key) stop()
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
