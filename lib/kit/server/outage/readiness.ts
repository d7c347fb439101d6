import type { Pool } from 'pg'
import type { Log } from '../log'
import { isOutage, type Outage } from '../postgres/outage'
import { remembered } from '../remembered'
import { tryAppend, tryWrite } from '../store/try-write'
import type { AppendWatch } from '../store/with-append-watch'

export interface NotReady {
  readonly ready: false
  /** For programs; `reason` is for people. */
  readonly code: 'Stopping' | Outage
  readonly reason: string
}

type State = { readonly ready: true } | NotReady

export interface Readiness {
  /** Can commands be handled now? Whether it can be written was tried a moment ago, or is tried `anew`. */
  readonly check: (how?: { readonly anew: boolean }) => Promise<State>
  /** Can pages be read now? As it was found out within the last second. */
  readonly canRead: () => Promise<boolean>
  /** From now on the answer is no: the server is on its way out. */
  readonly leave: () => void
}

interface Probed {
  readonly pool: Pool
  readonly appendWatch: AppendWatch
  readonly log: Log
}

const timeoutMs = 2_000
const rememberedMs = 1_000
/** A write is tried no more often than that, however many ask. */
const writeEveryMs = 3_000

const ready: State = { ready: true }
const stopping: State = { ready: false, code: 'Stopping', reason: 'The server is stopping' }

const reasons: Readonly<Record<Outage, string>> = {
  NoAnswer: 'The database does not answer',
  ReadOnly: 'The database takes no writes',
  NotWritable: 'The log can not be written; its disk may be full',
}
export const notReadyFor = (code: Outage): NotReady => ({ ready: false, code, reason: reasons[code] })
const noAnswer = notReadyFor('NoAnswer')

/** Ready while the database answers and takes what is written, and the server isn't stopping. */
export const createReadiness = ({ pool, appendWatch, log }: Probed): Readiness => {
  let leaving = false

  const look = async (): Promise<State> => {
    try {
      const { rows } = await inTime(
        pool.query(`SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly"`),
      )
      return rows[0]?.isReadOnly ? notReadyFor('ReadOnly') : ready
    } catch {
      return noAnswer
    }
  }
  const writeAnew = (): Promise<State> => judged(tryWrite(pool))
  const write = remembered(writeEveryMs, writeAnew)
  const append = async (): Promise<State> => {
    const state = await judged(tryAppend(pool))
    if (state.ready) appendWatch.recovered()
    return state
  }
  const judged = async (trying: Promise<void>): Promise<State> => {
    try {
      await inTime(trying)
      return ready
    } catch (error) {
      if (isOutage(error) || error instanceof NoAnswerInTime) return notReadyFor('NotWritable')
      // What we may not try says nothing of what commands may do.
      log.warn({ err: error }, 'Whether the database takes writes could not be tried')
      return ready
    }
  }
  const canRead = remembered(rememberedMs, async () => (await look()) !== noAnswer)

  return {
    leave: () => {
      leaving = true
    },
    canRead,
    check: async ({ anew } = { anew: false }) => {
      if (leaving) return stopping
      const state = await look()
      if (!state.ready) return state
      if (appendWatch.isFailing()) return append()
      return anew ? writeAnew() : write()
    },
  }
}

class NoAnswerInTime extends Error {}

const inTime = async <Result>(asked: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerInTime('no answer in time')), timeoutMs)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
