import type { PrismaClient } from '../generated/prisma/client'
import type { Projection } from '../projections/projection'
import { projections } from '../projections/projections'
import { catchUpOnce } from '../projections/runner'
import type { EventStore } from '../store/event-store'
import { showProgress } from './progress'

interface Dependencies {
  readonly prisma: PrismaClient
  readonly store: EventStore
}

/** Brings the read models up to the log. What a running server does of it meanwhile is not done again. */
export const catchUpReadModels = async (dependencies: Dependencies, signal: AbortSignal): Promise<void> => {
  for (const projection of projections) {
    await catchUp(dependencies, projection, signal)
  }
}

const catchUp = async (
  dependencies: Dependencies,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> => {
  const { prisma, store } = dependencies
  const checkpoint = await prisma.checkpoint.findUnique({ where: { name: projection.name } })
  const behind = (await store.headPosition()) - Number(checkpoint?.position ?? 0)
  if (behind === 0) return
  let done = 0
  const hideProgress = showProgress(`Updating ${projection.name}`, behind, () => ({
    value: Math.min(done, behind),
    events: done,
  }))
  try {
    for (let events = 1; events > 0 && !signal.aborted; done += events) {
      events = await catchUpOnce(dependencies, projection)
    }
  } finally {
    hideProgress()
  }
}
