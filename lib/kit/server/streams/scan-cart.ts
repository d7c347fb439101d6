import { cartStream } from '../../../shop/server/streams'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { toScanLine } from '../../wire/scan'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'

const partLength = 64 * 1024

/** A cart's events after a version in short, up to its head as it is now: lines of JSON in parts of some 64 KB. */
export async function* scanCart(
  store: Pick<EventStore, 'readStream' | 'headVersion'>,
  cartId: string,
  after: number,
): AsyncGenerator<string, void, undefined> {
  const stream = cartStream(cartId)
  const to = await store.headVersion(stream)
  let part = ''
  for await (const event of iterateStream(store, stream, { from: after + 1, to })) {
    part += `${JSON.stringify(toScanLine(event as RecordedCartEvent))}\n`
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield part
}
