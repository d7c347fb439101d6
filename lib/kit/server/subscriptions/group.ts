import type { RecordedEvent } from '../../events/recorded-event'
import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import type { Write } from '../postgres/write'
import { anyOf, type EventFilters } from '../store/event-store'
import type { RecentEvents } from '../tail/recent-events'
import type { Wakeable } from '../tail/wakeable'
import { advanceTogether } from './advance-together'
import { eventsFor } from './events-for'
import { createPersistent } from './persistent'
import { runningAt } from './progress'
import { readStretch } from './read-stretch'
import type { SubscriptionDependencies } from './runner'
import { batchSizeOf, type Subscription } from './subscription'
import { isTransient } from './transient'
import { enough, restMs } from './unhurried'

/** A subscription that goes with the group. */
export interface Member {
  readonly subscription: Subscription
  /** Aborted when its lease is lost. */
  readonly held: AbortSignal
  /** Everything up to here is handled. */
  position: number
  /** When it came there, by this process's clock. */
  movedAt: number
  /** It goes on alone. */
  readonly onLeave: () => void
}

export interface Group extends Wakeable {
  /** Does what follows a position come by here? */
  readonly reaches: (position: number) => boolean
  readonly join: (member: Member) => void
}

/** It is looked no more often where its members stand as the database has it. */
const lookMs = 1_000

interface GroupDependencies extends SubscriptionDependencies {
  readonly recent: RecentEvents
}

/** A member with its part of what comes next. */
interface Turn {
  readonly member: Member
  readonly events: readonly RecordedEvent[]
  readonly writes: readonly Write[]
}

/**
 * Subscriptions at the end of the log, which go on together: what comes next is read once, if it isn't at hand, and what
 * all of them make of it is committed with all their checkpoints in one statement. Who stands in the way of the others, has
 * something to do outside of this database, or may not go on, leaves; alone it is handled, retried, parked or stopped as any
 * subscription is, and then it comes back.
 */
export const createGroup = (dependencies: GroupDependencies): Group => {
  const { pool, recent, log } = dependencies
  const members = new Set<Member>()
  let lookedAt = performance.now()
  let nextRest: NodeJS.Timeout | undefined

  const leave = (leaving: Iterable<Member>): void => {
    for (const member of [...leaving]) if (members.delete(member)) member.onLeave()
  }

  const step = async (): Promise<boolean> => {
    leave([...members].filter(({ held }) => held.aborted))
    const behind = behindAndDue()
    const from = Math.min(...behind.map(({ position }) => position))
    if (behind.length === 0) return letGoOfMoved()
    const { events, to, unreadable } = await readStretch(dependencies, {
      after: from,
      upTo: recent.end(),
      limit: limitOf(behind, from),
      filter: filterOfAll(behind.map(({ subscription }) => subscription)),
    })
    if (unreadable && events.length === 0) leave(behind)
    else await goTo(behind, to, events)
    return true
  }

  /** Those that have something before them, but for whoever is in no hurry and rests: they are woken for. */
  const behindAndDue = (): Member[] => {
    clearTimeout(nextRest)
    const [end, now] = [recent.end(), performance.now()]
    const behind = [...members].filter(({ position }) => position < end)
    const restOf = (member: Member) => (member.subscription.isUnhurried ? restMs(member, end, now) : 0)
    const rests = behind.map(restOf).filter((ms) => ms > 0)
    if (rests.length > 0) nextRest = setTimeout(work.wake, Math.ceil(Math.min(...rests)))
    return behind.filter((member) => restOf(member) === 0)
  }

  /** Whoever was moved or paused by hand goes on alone: while nothing comes nobody would notice. */
  const letGoOfMoved = async (): Promise<boolean> => {
    if (members.size === 0 || performance.now() - lookedAt < lookMs) return false
    lookedAt = performance.now()
    const names = [...members].map(({ subscription }) => subscription.name)
    const standing = await runningAt(pool, names)
    leave([...members].filter(({ subscription, position }) => standing.get(subscription.name) !== position))
    return false
  }

  const goTo = async (
    due: readonly Member[],
    to: number,
    events: readonly RecordedEvent[],
  ): Promise<void> => {
    const behind = due.filter(({ position }) => position < to)
    const turns = (await Promise.all(behind.map((member) => turnOf(member, events)))).filter(
      (turn) => turn !== undefined,
    )
    if (turns.length === 0) return
    try {
      if (!(await commit(turns, to))) return leave(behind)
      const movedAt = performance.now()
      for (const { member } of turns) Object.assign(member, { position: to, movedAt })
    } catch (error) {
      if (isTransient(error)) throw error
      log.warn({ err: error }, 'Followers of the log could not go on together; each goes on alone')
      leave(error instanceof MemberFailure ? [error.member] : behind)
    }
  }

  /** What a member makes of its events; nothing when it goes on alone: it can't, or nobody should wait for it. */
  const turnOf = async (member: Member, all: readonly RecordedEvent[]): Promise<Turn | undefined> => {
    const { subscription, position } = member
    const events = eventsFor(all, subscription.filter).filter((event) => event.position > position)
    const { handler } = subscription
    if (events.length === 0 || handler.type === 'transaction') return { member, events, writes: [] }
    try {
      if (handler.type === 'rows') return { member, events, writes: await handler.write(events) }
    } catch (error) {
      if (isTransient(error)) throw error
    }
    leave([member])
    return undefined
  }

  /** All or nothing; false when one of them isn't where it was, or doesn't run. */
  const commit = (turns: readonly Turn[], to: number): Promise<boolean> => {
    const advance = (sql: Sql) =>
      advanceTogether(
        sql,
        turns.map(({ member: { subscription, position }, writes }) => ({
          name: subscription.name,
          partition: { of: 1, nth: 0 },
          from: position,
          writes,
        })),
        to,
      )
    const applying = turns.filter(
      ({ member, events }) => member.subscription.handler.type === 'transaction' && events.length > 0,
    )
    if (applying.length === 0) return advance(pool)
    return inTransaction(pool, async (sql) => {
      if (!(await advance(sql))) return false
      for (const turn of applying) await apply(sql, turn)
      return true
    })
  }

  const work = createPersistent({
    step,
    onError: (error) => log.warn({ err: error }, 'Followers of the log can not go on; they try again'),
  })

  return {
    wake: work.wake,
    stop: async () => {
      await work.stop()
      clearTimeout(nextRest)
    },
    reaches: (position) => recent.after(position) !== undefined,
    join: (member) => {
      members.add(member)
      work.wake()
    },
  }
}

/** Each gets no more at once than it wants, but for whoever rested: it goes along with the others. */
const limitOf = (members: readonly Member[], from: number): number => {
  const hurried = members.filter(({ subscription }) => !subscription.isUnhurried)
  const size = Math.min(...members.map(({ subscription }) => batchSizeOf(subscription)))
  if (hurried.length === 0) return Math.max(size, enough)
  return size + Math.min(...hurried.map(({ position }) => position)) - from
}

/** What a member's handler threw. */
class MemberFailure extends Error {
  constructor(
    readonly member: Member,
    cause: unknown,
  ) {
    super(`${member.subscription.name} could not apply events`, { cause })
  }
}

const apply = async (sql: Sql, { member, events }: Turn): Promise<void> => {
  const { handler } = member.subscription
  if (handler.type !== 'transaction') return
  try {
    await handler.apply(sql, events)
  } catch (error) {
    throw isTransient(error) ? error : new MemberFailure(member, error)
  }
}

/** What lets through all that any of them is for; each different filter once. */
const filterOfAll = (subscriptions: readonly Subscription[]): EventFilters | undefined => {
  if (subscriptions.some(({ filter }) => filter === undefined)) return undefined
  const filters = subscriptions.flatMap(({ filter }) => anyOf(filter))
  return [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()]
}
