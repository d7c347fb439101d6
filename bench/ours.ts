import { v7 as uuidv7 } from 'uuid'
import { createAggregates } from '../lib/kit/server/aggregates/aggregates'
import { head } from '../lib/kit/server/aggregates/moment'
import { createFoldReader } from '../lib/kit/server/aggregates/read-fold-postgres'
import { createSnapshotKeeper } from '../lib/kit/server/aggregates/snapshot-keeper'
import { createSnapshotSigner } from '../lib/kit/server/aggregates/snapshot-signature'
import { createFolderStorage } from '../lib/kit/server/archive/folder-storage'
import { withArchive } from '../lib/kit/server/archive/with-archive'
import { handleCommand } from '../lib/kit/server/commands/handle'
import { createKeyedQueue } from '../lib/kit/server/commands/keyed-queue'
import { createPool } from '../lib/kit/server/postgres/pool'
import { deriveKey } from '../lib/kit/server/postgres/secret/derive-key'
import type { NewEvent } from '../lib/kit/server/store/event-store'
import { createFingerprint } from '../lib/kit/server/store/fingerprint'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import type { CartCommand } from '../lib/shop/cart/commands'
import type { CartState } from '../lib/shop/cart/state'
import { storedCart } from '../lib/shop/cart/wire/stored-cart'
import { money } from '../lib/shop/money'
import { cartStream } from '../lib/shop/server/streams'
import { shopEvents } from '../lib/shop/wire/events/shop-events'
import { benchCodec } from './codec'
import { actor, newItemAdded } from './events'
import type { BenchServer } from './server'

const commandsPerCart = 100
const products = 20

/** The shop's own store and command handler, as the benchmarks use them: the one place that makes them. */
export const openOurs = ({
  database,
  archiveDir,
  log,
}: Pick<BenchServer, 'database' | 'archiveDir' | 'log'>) => {
  const pool = createPool(database.pool, (error) => log.warn({ err: error }, 'A connection broke'))
  const storage = createFolderStorage(archiveDir)
  const codec = benchCodec(pool)
  const store = withArchive(createPostgresStore(pool, codec), pool, storage, codec)
  const signer = createSnapshotSigner(deriveKey(database.secret, 'snapshots'))
  const dependencies = {
    store,
    registry: shopEvents,
    aggregates: createAggregates({
      store,
      read: createFoldReader({ sql: pool, store, signer, codec }),
    }),
    queue: createKeyedQueue(),
    fingerprint: createFingerprint('a secret for benchmarks'),
    now: () => new Date(),
    newId: () => uuidv7(),
    backOff: () => Promise.resolve(),
  }

  const snapshots = createSnapshotKeeper({ sql: pool, signer, codec, store, log })
  /** What a process has that never saw the stream. */
  const cold = () => createAggregates({ store, read: createFoldReader({ sql: pool, store, signer, codec }) })

  const append = async (cartId: string, version: number, events: readonly NewEvent[]): Promise<void> => {
    const result = await store.append({ stream: cartStream(cartId), expectedVersion: version, events })
    if (result.type !== 'written') throw new Error(`Not written: ${JSON.stringify(result)}`)
  }
  const handle = async (cartId: string, command: CartCommand): Promise<void> => {
    const handled = await handleCommand(dependencies, storedCart, { streamId: cartId, command, actor })
    if (handled.type !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(handled)}`)
  }

  return {
    /** To a stream that has so many events by now. */
    append,
    appendOne: () => append(uuidv7(), 0, [newItemAdded()]),
    /** A customer who gives one command after another to a cart, and takes a new one after a hundred. */
    startCart: () => {
      let cartId = uuidv7()
      let given = 0
      return async (): Promise<void> => {
        if (given % commandsPerCart === 0) cartId = uuidv7()
        await handle(cartId, nthCommand(given++ % commandsPerCart))
      }
    },
    /** From its first event on, as long as no snapshots were made of it. */
    load: async (cartId: string): Promise<CartState> => (await cold().at(storedCart, cartId, head)).state,
    loadAt: async (cartId: string, version: number): Promise<CartState> =>
      (await cold().at(storedCart, cartId, { type: 'version', version })).state,
    makeSnapshots: (cartId: string): Promise<void> => snapshots.fill(storedCart, cartId),
    countEvents: async () =>
      (await pool.query<{ rows: number }>('SELECT count(*)::int AS rows FROM events')).rows[0]?.rows ?? 0,
    close: () => pool.end(),
  }
}

const nthCommand = (nth: number): CartCommand =>
  nth === 0
    ? { type: 'CreateCart', customerId: actor.id }
    : {
        type: 'AddItem',
        productId: `product-${nth % products}`,
        quantity: 1,
        product: { name: `Product ${nth % products}`, unitPrice: money(295, 'GBP') },
      }
