import type { SnapshotKeeper } from '../../../kit/server/aggregates/snapshot-keeper'
import type { Snapshot, SnapshotPage } from '../../../kit/server/aggregates/snapshot-rows'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { CartKeyframesPage } from '../../../kit/wire/api-keyframes'
import { cartStream } from '../../server/streams'
import type { CartState } from '../state'
import { cartAggregate } from './cart-aggregate'
import { toSnapshot } from './cart-snapshot'

interface Dependencies {
  readonly store: Pick<EventStore, 'headVersion'>
  readonly snapshots: Pick<SnapshotKeeper, 'read'>
}

const every = cartAggregate.snapshotEvery

/** A cart's keyframes in order of version. */
export const keyframesOf = async (
  { store, snapshots }: Dependencies,
  cartId: string,
  page: SnapshotPage,
): Promise<CartKeyframesPage> => {
  const headVersion = await store.headVersion(cartStream(cartId))
  const found = await snapshots.read(cartAggregate, cartId, page)
  const shown = found.at(-1)?.version ?? headVersion
  const next = shown + every <= headVersion ? shown : null
  return { keyframes: found.map(toKeyframe), every, headVersion, next }
}

const toKeyframe = ({ version, position, occurredUntil, state }: Snapshot<CartState>) => ({
  version,
  position,
  at: occurredUntil,
  cart: toSnapshot(state),
})
