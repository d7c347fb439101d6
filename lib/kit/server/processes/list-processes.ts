import type { ProcessType } from '../../processes/process-type'
import type { Sql } from '../postgres/sql'
import { listSubscriptions } from '../subscriptions/list-subscriptions'
import type { Status } from '../subscriptions/progress'
import { followerName } from './follower'
import { countsOf } from './parked'

/** A process as it stands in the database. */
export interface ProcessSummary {
  readonly name: string
  /** Of what gives it its inputs; `new` where that hasn't run yet. */
  readonly status: Status | 'new'
  /** How many positions of the log are still before it. */
  readonly behind: number
  /** Inputs that wait: one that could not be taken, and those of its instance behind it. */
  readonly waitingInputs: number
  /** What could not be done, be it to take an input or what was asked for. */
  readonly parked: number
}

/** The processes, and how they are. */
export const listProcesses = async (sql: Sql, types: readonly ProcessType[]): Promise<ProcessSummary[]> => {
  const followers = new Map((await listSubscriptions(sql)).map((each) => [each.name, each]))
  const summaries: ProcessSummary[] = []
  for (const { streamType } of types) {
    const follower = followers.get(followerName({ streamType }))
    summaries.push({
      name: streamType,
      status: follower?.status ?? 'new',
      behind: follower?.behind ?? 0,
      ...(await countsOf(sql, streamType)),
    })
  }
  return summaries
}
