import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { SearchableType } from '../../wire/searchable-type'
import { headVersion } from '../stream-log/stream-log'
import { streamPath } from '../stream-log/stream-path'
import type { LiveLog } from '../stream-log/use-stream-log'
import type { ScanWorker } from './scan-worker'
import type { StreamSession } from './stream-session'

interface Streamed<State extends Versioned, Event extends DomainEvent>
  extends Pick<LiveLog<State, Event>, 'log' | 'loadWindow' | 'windows'> {
  readonly type: SearchableType<State, Event>
  readonly streamId: string | null
  readonly spawnScan: () => ScanWorker
}

type StreamPart<State extends Versioned, Event extends DomainEvent> = Omit<
  StreamSession<State, Event>,
  'readOnly' | 'optimistic' | 'pending' | 'connection'
>

/** What a session tells of its stream, whether or not commands can be sent to it. */
export const streamPart = <State extends Versioned, Event extends DomainEvent>({
  type,
  streamId,
  log,
  loadWindow,
  windows,
  spawnScan,
}: Streamed<State, Event>): StreamPart<State, Event> => ({
  type,
  streamId,
  path: streamId === null ? null : streamPath(type.streamType, streamId),
  log,
  head: headVersion(log),
  createdAt: log.createdAt,
  loadWindow,
  windows,
  spawnScan,
})
