import type { Sql } from '../postgres/sql'
import { appendBatch } from './append-batch'
import type { AppendVerdict } from './append-verdict'
import { createCombiner } from './combiner'
import type {
  Append,
  AppendCondition,
  AppendResult,
  AppendTogether,
  TogetherResult,
  Written,
} from './event-store'
import type { Job } from './fair-queue'
import { tellIndexBehind } from './index-behind'
import { usedId } from './invalid-append'
import { type SealedAppend, seal, sealTogether } from './seal'

/** What goes over in one piece: an append of its own, or several that go together. */
interface Bundle extends Job {
  readonly appends: readonly SealedAppend[]
  readonly condition?: AppendCondition | undefined
}

const limits = {
  inFlight: 2,
  batch: { jobs: 1_000, size: 4 * 2 ** 20 },
  waiting: { jobs: 20_000, size: 64 * 2 ** 20 },
}

/** Data that Postgres refuses: SQLSTATE classes 22 (data exception), 23 (constraint) and 54 (limit, as of an index). */
const isRefusedData = (error: unknown): boolean => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^(22|23|54)/.test(code)
}

/** An id that another event has is its sender's mistake. */
const refuseUsedId = (error: unknown): never => {
  const { constraint } = error as { constraint?: unknown }
  if (constraint !== 'events_event_id_key') throw error
  throw usedId(error)
}

/** Appends through one queue per process: what comes while a round trip is under way shares the next. */
export const createAppends = (sql: Sql) => {
  const combine = createCombiner<Bundle, readonly AppendVerdict[]>({
    ...limits,
    isToBlame: isRefusedData,
    send: async (bundles) => {
      const [{ alone, condition, appends } = { appends: [] }] = bundles as [Bundle]
      if (alone) return [await appendBatch(sql, appends, { together: true, condition })]
      const verdicts = await appendBatch(
        sql,
        bundles.flatMap((bundle) => bundle.appends),
      )
      return verdicts.map((verdict) => [verdict])
    },
  })
  let bundles = 0

  return {
    append: async (append: Append): Promise<AppendResult> => {
      const sealed = seal(append)
      const { key, commandId, bytes } = sealed
      const once = commandId && `${key}/${commandId}`
      const combined = await combine({ key, once, size: bytes, appends: [sealed] }).catch(refuseUsedId)
      return 'type' in combined ? combined : (combined[0] as AppendResult)
    },
    appendTogether: async (together: AppendTogether): Promise<TogetherResult> => {
      const sealed = sealTogether(together)
      const { condition } = together
      const size = sealed.reduce((sum, { bytes }) => sum + bytes, 0)
      const key = `together ${bundles++}`
      const combined = await combine({ key, size, alone: true, appends: sealed, condition })
        .catch(tellIndexBehind)
        .catch(refuseUsedId)
      return 'type' in combined ? combined : toTogether(combined)
    },
  }
}

/** What became of appends that went together. */
export const toTogether = (verdicts: readonly AppendVerdict[]): TogetherResult => {
  if (verdicts.every((verdict) => verdict.type === 'written')) {
    return { type: 'written', results: verdicts as readonly Written[] }
  }
  const outdated = verdicts.find((verdict) => verdict.type === 'outdated')
  return (
    outdated ?? {
      type: 'refused',
      results: verdicts as Extract<TogetherResult, { type: 'refused' }>['results'],
    }
  )
}
