import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { loadRange } from '@/lib/kit/client/stream-log/load-range'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { windowOfState } from '@/lib/kit/history/history'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { StreamView, TestWriter } from '../view/stream-view'

interface Source extends Pick<StreamSession, 'loadWindow' | 'head'> {
  readonly type: Pick<StreamSession['type'], 'fold'>
}

/** The event as the log has it. */
export const asJson = (event: RecordedEvent): string => JSON.stringify(event, null, 2)

/** A line for a shell that gets the event from the API; the key is for the shell to know. */
export const asCurl = (
  { apiPath }: Pick<StreamView, 'apiPath'>,
  { streamId, version }: RecordedEvent,
  origin: string,
): string => {
  const path = `${apiPath(streamId)}/events?after=${version - 1}&limit=1`
  return `curl -H "authorization: Bearer $HINDSIGHT_KEY" '${origin}${path}'`
}

/** Few events are given as they are, many as the state they came to. */
const mostGiven = 50

/** The text of a given/when/then test of the command that made the event. Rejects when the server can't be asked. */
export const asTest = async (writer: TestWriter, source: Source, event: RecordedEvent): Promise<string> => {
  const { first, last } = await commandOf(source, event)
  const events = await loadRange(source, first, last)
  const before = first - 1
  const given = before > mostGiven ? await stateAt(source, before) : await loadRange(source, 1, before)
  return writer.write({ streamId: event.streamId, given, events })
}

/** The versions that the event's command made: one command may make many. */
export const commandOf = async (
  source: Pick<Source, 'loadWindow' | 'head'>,
  { version, metadata }: RecordedEvent,
) => {
  const isOfIt = async (other: number): Promise<boolean> => {
    const [found] = await loadRange(source, other, other)
    return found !== undefined && found.metadata.commandId === metadata.commandId
  }
  let first = version
  let last = version
  if (metadata.commandId !== null) {
    while (first > 1 && (await isOfIt(first - 1))) first--
    while (last < source.head && (await isOfIt(last + 1))) last++
  }
  return { first, last }
}

const stateAt = async ({ type, loadWindow }: Source, version: number): Promise<Versioned> => {
  const { from, state, events } = await loadWindow(windowOfState(version))
  return type.fold(state, events.slice(0, version - from))
}
