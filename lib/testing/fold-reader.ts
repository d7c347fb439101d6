import { createFoldReader } from '../kit/server/aggregates/read-fold-postgres'
import { testCodec } from './codec'
import { testSigner } from './connections'
import type { TestDatabase } from './open-database'

/** Reads folds out of a test's database as the shop does; of its own store, or of one over it. */
export const foldReaderOf = ({ pool, store }: Pick<TestDatabase, 'pool' | 'store'>) =>
  createFoldReader({ sql: pool, store, signer: testSigner, codec: testCodec(pool) })
