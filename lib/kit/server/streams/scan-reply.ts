import type { StreamName } from '../../events/stream-name'
import { scanContentType } from '../../wire/api-scan'
import { toldTexts } from '../export/told-texts'
import type { StreamReply } from '../http/reply'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { scanStream } from './scan-stream'

/** A scan, streamed. What can't be read at its beginning is thrown; what breaks later breaks the stream off. */
export const scanReply = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  stream: StreamName,
  after: number,
  log: Pick<Log, 'error'>,
): Promise<StreamReply> => {
  const parts = scanStream(store, stream, after)
  const begun = await parts.next()
  const texts = toldTexts(begun, parts, (err) => log.error({ err, stream }, 'A scan broke off in the middle'))
  return {
    type: 'streamed',
    status: 200,
    headers: { 'content-type': scanContentType, 'cache-control': 'no-store' },
    texts,
  }
}
