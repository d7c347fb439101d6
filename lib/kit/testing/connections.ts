import type { PoolConfig } from 'pg'
import { createSnapshotSigner } from '../server/aggregates/snapshot-signature'
import { appConnection, maintenanceConnection } from '../server/postgres/roles'
import { deriveKey } from '../server/postgres/secret/derive-key'

/** The secret of every application that a test opens. */
export const testSecret = 'the secret of all tests, of no use elsewhere'

/** How the app connects to a test's database. */
export const testAppConnection = (ownerUrl: string): PoolConfig => appConnection(ownerUrl, testSecret)

/** How who moves streams to cold storage and back connects to it. */
export const testMaintenanceConnection = (ownerUrl: string): PoolConfig =>
  maintenanceConnection(ownerUrl, testSecret)

/** Signs the snapshots of tests. */
export const testSigner = createSnapshotSigner(deriveKey(testSecret, 'snapshots'))
