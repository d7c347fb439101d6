import { createFoldReader } from '../server/aggregates/read-fold-postgres'
import { testSigner } from './connections'
import type { TestDatabase } from './open-database'

/** Reads folds out of a test's database as an application does; of its own store, or of one over it. */
export const foldReaderOf = ({ pool, store, codec }: Pick<TestDatabase, 'pool' | 'store' | 'codec'>) =>
  createFoldReader({ sql: pool, store, signer: testSigner, codec })
