import type { StreamName } from '../../events/stream-name'
import { scanContentType } from '../../wire/api-scan'
import { toTextStream } from '../export/text-stream'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { scanStream } from './scan-stream'

/** A scan, streamed. What can't be read at its beginning is thrown; what breaks later breaks the stream off. */
export const scanResponse = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  stream: StreamName,
  after: number,
  log: Pick<Log, 'error'>,
): Promise<Response> => {
  const parts = scanStream(store, stream, after)
  const begun = await parts.next()
  const body = toTextStream(begun, parts, (err) =>
    log.error({ err, stream }, 'A scan broke off in the middle'),
  )
  return new Response(body, {
    headers: { 'content-type': scanContentType, 'cache-control': 'no-store' },
  })
}
