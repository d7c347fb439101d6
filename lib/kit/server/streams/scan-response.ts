import { scanContentType } from '../../wire/api-scan'
import { toTextStream } from '../export/text-stream'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { scanCart } from './scan-cart'

/** A scan, streamed. What can't be read at its beginning is thrown; what breaks later breaks the stream off. */
export const scanResponse = async (
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  cartId: string,
  after: number,
  log: Pick<Log, 'error'>,
): Promise<Response> => {
  const parts = scanCart(store, cartId, after)
  const begun = await parts.next()
  const body = toTextStream(begun, parts, (err) =>
    log.error({ err, cartId }, 'A scan broke off in the middle'),
  )
  return new Response(body, {
    headers: { 'content-type': scanContentType, 'cache-control': 'no-store' },
  })
}
