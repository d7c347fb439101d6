import type { ProcessType } from '../../processes/process-type'
import type { Sql } from '../postgres/sql'
import { listSubscriptions } from '../subscriptions/list-subscriptions'
import type { Status } from '../subscriptions/progress'
import { followerName } from './follower'
import { countsOf } from './parked'
import { waitingInstancesOf } from './waiting'

/** A process as it stands in the database. */
export interface ProcessSummary {
  readonly name: string
  /** Of what gives it its inputs; `new` where that hasn't run yet. */
  readonly status: Status | 'new'
  /** Up to where in the log it was given its inputs. */
  readonly position: number
  /** How many positions of the log are still before it. */
  readonly behind: number
  /** How many instances wait for something that they asked for; counted no further than to `mostCounted`. */
  readonly waitingInstances: number
  /** Inputs that wait: one that could not be taken, and those of its instance behind it. */
  readonly waitingInputs: number
  /** What could not be done, be it to take an input or what was asked for. */
  readonly parked: number
}

/** The processes, and how they are. */
export const listProcesses = async (sql: Sql, types: readonly ProcessType[]): Promise<ProcessSummary[]> => {
  const followers = new Map((await listSubscriptions(sql)).map((each) => [each.name, each]))
  return Promise.all(
    types.map(async ({ streamType }) => {
      const follower = followers.get(followerName({ streamType }))
      const [counts, waitingInstances] = await Promise.all([
        countsOf(sql, streamType),
        waitingInstancesOf(sql, streamType),
      ])
      return {
        name: streamType,
        status: follower?.status ?? 'new',
        position: follower?.position ?? 0,
        behind: follower?.behind ?? 0,
        waitingInstances,
        ...counts,
      }
    }),
  )
}
