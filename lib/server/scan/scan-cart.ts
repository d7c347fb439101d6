import type { EventStore } from '../../kit/server/store/event-store'
import { iterateStream } from '../../kit/server/store/iterate'
import type { RecordedCartEvent } from '../../protocol/recorded-shop-events'
import { toScanLine } from '../../protocol/scan'
import { cartStream } from '../streams'

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
