import type { PrismaClient } from '../generated/prisma/client'
import type { Log } from '../log'
import type { EventStore } from '../store/event-store'
import { createWakeable, type Wakeable } from '../tail/wakeable'
import type { Projection } from './projection'

const batchSize = 1000

interface Dependencies {
  readonly prisma: PrismaClient
  readonly store: EventStore
  readonly log: Log
}

/** One batch: what is new since the checkpoint, applied and checked off in one transaction. */
export const catchUpOnce = async (
  { prisma, store }: Pick<Dependencies, 'prisma' | 'store'>,
  projection: Projection,
): Promise<number> =>
  prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`
        INSERT INTO checkpoints (name, position, updated_at) VALUES (${projection.name}, 0, now())
        ON CONFLICT DO NOTHING`
      // Another node that is at it holds the row; what it does needs not be done twice.
      const [checkpoint] = await transaction.$queryRaw<{ position: bigint }[]>`
        SELECT position FROM checkpoints WHERE name = ${projection.name} FOR UPDATE SKIP LOCKED`
      if (!checkpoint) return 0
      const events = await store.readAll({ after: Number(checkpoint.position), limit: batchSize })
      const last = events.at(-1)
      if (!last) return 0
      await projection.apply(transaction, events)
      await transaction.$executeRaw`
        UPDATE checkpoints SET position = ${last.position}, updated_at = now() WHERE name = ${projection.name}`
      return events.length
    },
    { timeout: 60_000, maxWait: 10_000 },
  )

/** Catches a projection up with the log as it is now. */
export const catchUp = async (
  dependencies: Pick<Dependencies, 'prisma' | 'store'>,
  projection: Projection,
): Promise<void> => {
  while ((await catchUpOnce(dependencies, projection)) > 0);
}

/** Follows the log with a projection, each node in turn: whoever finds the checkpoint free does the work. */
export const runProjection = (dependencies: Dependencies, projection: Projection, pollMs: number): Wakeable =>
  createWakeable({
    pollMs,
    step: async () => (await catchUpOnce(dependencies, projection)) > 0,
    onError: (error) =>
      dependencies.log.error(
        { err: error, projection: projection.name },
        'The projection could not catch up',
      ),
  })
