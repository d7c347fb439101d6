import type { Context } from '../context'
import { cartsProjection } from '../projections/carts'
import { productsProjection } from '../projections/products'
import type { Projection } from '../projections/projection'
import { catchUpOnce } from '../projections/runner'
import { showProgress } from './progress'

/** Brings the read models up to the log, unless a running server is at it: then it leaves them to it. */
export const catchUpReadModels = async (
  dependencies: Pick<Context, 'prisma' | 'store'>,
  signal: AbortSignal,
): Promise<void> => {
  for (const projection of [cartsProjection, productsProjection]) {
    await catchUp(dependencies, projection, signal)
  }
}

const catchUp = async (
  dependencies: Pick<Context, 'prisma' | 'store'>,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> => {
  const { prisma, store } = dependencies
  const checkpoint = await prisma.checkpoint.findUnique({ where: { name: projection.name } })
  const behind = (await store.headPosition()) - Number(checkpoint?.position ?? 0)
  const progress = showProgress(`Updating ${projection.name}`, Math.max(behind, 1))
  try {
    for (let done = 0; !signal.aborted; ) {
      const events = await catchUpOnce(dependencies, projection)
      if (events === 0) return
      done += events
      progress.update(Math.min(done, behind), done)
    }
  } finally {
    progress.stop()
  }
}
