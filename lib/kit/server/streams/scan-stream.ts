import type { StreamName } from '../../events/stream-name'
import { toScanLine } from '../../wire/scan'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'

const partLength = 64 * 1024

/** A stream's events after a version in short, up to its head as it is now: lines of JSON in parts of some 64 KB. */
export async function* scanStream(
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  stream: StreamName,
  after: number,
): AsyncGenerator<string, void, undefined> {
  const to = await store.headVersion(stream)
  let part = ''
  for await (const event of iterateStream(store, stream, { from: after + 1, to })) {
    part += `${JSON.stringify(toScanLine(event))}\n`
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield part
}
