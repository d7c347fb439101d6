import type { Pool, PoolClient, PoolConfig } from 'pg'
import { createPool } from '../postgres/pool'
import { withConnection } from '../postgres/with-connection'
import { doWrites } from '../postgres/write'
import type { EventStore } from '../store/event-store'
import { applyRange } from './apply-range'
import type { BuildPart } from './build-part'
import { buildSchema, createBuildTables, dropBuildTables } from './build-tables'
import type { Projection } from './projection'
import { swapIn } from './swap-in'
import { transactionIn } from './transaction-in'

export interface RebuildDependencies {
  /** The app's own: it gets connections of its own, since a build may take long. */
  readonly connection: Pick<PoolConfig, 'connectionString'>
  readonly store: EventStore
}

/** How many events were in a partition's batch, and how far the partition has come with it. */
export interface RebuildProgress {
  readonly events: number
  readonly nth: number
  readonly position: number
}

export interface RebuildOptions {
  /** How many work at it side by side, each with streams of its own; 1 when left out. */
  readonly partitions?: number
  /** Told after each batch. */
  readonly onProgress?: (progress: RebuildProgress) => void
  /** Are there people whose commands come first? */
  readonly givesWay?: () => boolean
  readonly signal?: AbortSignal
}

export type Rebuilt =
  | { readonly type: 'rebuilt'; readonly position: number }
  /** Another rebuild of the same projection is under way. */
  | { readonly type: 'underWay' }

/** So few events are left for the swap, during which the live projection waits. */
const near = 1_000

/**
 * Builds a projection anew from the log, beside the one that is read meanwhile, and puts it into that one's place
 * in one transaction. When it fails, or the signal aborts it (it throws then), all stays as it was.
 */
export const rebuild = async (
  { connection, store }: RebuildDependencies,
  projection: Projection,
  options: RebuildOptions = {},
): Promise<Rebuilt> => {
  const { partitions = 1 } = options
  const pool = createPool(
    { connectionString: connection.connectionString, max: partitions + 1 },
    () => undefined,
  )
  try {
    return await withConnection(pool, async (client) => {
      if (!(await lockBuild(client, projection))) return { type: 'underWay' }
      try {
        await createBuildTables(client, projection)
        const position = await withParts(pool, store, projection, partitions, async (parts) => {
          await buildParts(store, projection, parts, options)
          return swapIn({ client, store, projection, parts }, () =>
            buildParts(store, projection, parts, options),
          )
        })
        return { type: 'rebuilt', position }
      } catch (error) {
        await dropBuildTables(client, projection).catch(() => undefined)
        throw error
      }
    })
  } finally {
    await pool.end()
  }
}

/** One rebuild of a projection at a time: the lock is the connection's, and ends with it. */
const lockBuild = async (client: PoolClient, { name }: Projection): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_lock(hashtext('rebuild'), hashtext($1)) AS locked",
    [name],
  )
  return rows[0]?.locked ?? false
}

const withParts = async <Result>(
  pool: Pool,
  store: EventStore,
  projection: Projection,
  of: number,
  work: (parts: readonly BuildPart[]) => Promise<Result>,
  parts: readonly BuildPart[] = [],
): Promise<Result> =>
  parts.length === of
    ? work(parts)
    : withConnection(pool, (client) => {
        const part = {
          partition: { of, nth: parts.length },
          client,
          project: projection.begin(store),
          reached: 0,
        }
        return withParts(pool, store, projection, of, work, [...parts, part])
      })

/** Brings all parts near to where the log ends, all to the same position. */
const buildParts = async (
  store: EventStore,
  projection: Projection,
  parts: readonly BuildPart[],
  options: RebuildOptions,
): Promise<void> => {
  for (let head = -near; (await store.headPosition()) - head >= near; ) {
    head = await store.headPosition()
    const failure = new AbortController()
    const signals = [failure.signal, ...(options.signal ? [options.signal] : [])]
    const signal = AbortSignal.any(signals)
    const building = parts.map((part) => buildPart(store, projection, part, head, { ...options, signal }))
    try {
      await Promise.all(building)
    } finally {
      // When one fails the others have to be done before what they write to is removed.
      failure.abort()
      await Promise.allSettled(building)
    }
  }
  options.signal?.throwIfAborted()
}

const buildPart = async (
  store: EventStore,
  projection: Projection,
  part: BuildPart,
  upTo: number,
  { onProgress, givesWay, signal }: RebuildOptions,
): Promise<void> => {
  const { partition, client, project } = part
  const range = { filter: projection.filter, partition, after: part.reached, upTo }
  await applyRange(
    store,
    range,
    async ({ events, upTo: reached }) => {
      await transactionIn(client, buildSchema, async () => {
        // Until the swap is durable, so is the loss of it all.
        await client.query('SET LOCAL synchronous_commit TO off')
        await doWrites(client, await project(events))
      })
      part.reached = reached
      onProgress?.({ events: events.length, nth: partition.nth, position: reached })
    },
    { signal, givesWay },
  )
}
