import type { Pool } from 'pg'
import type { Log } from '../log'
import { pauseSubscription } from '../subscriptions/pause'
import { createBreaker, LeftAlone } from './breaker'
import { createSender } from './create-sender'
import { goBack } from './go-back'
import { keepAnew, keepHeld, keepTrouble, keptTarget } from './kept-target'
import { lostAfter } from './lost'
import { type Held, type RelayMessage, type SendOptions, TargetAway, TargetGone } from './sender'
import { followerOf, type RelayTarget } from './target'

interface LinkOptions {
  readonly target: RelayTarget
  readonly pool: Pool
  readonly now: () => Date
  readonly log: Log
}

interface LinkSendOptions extends SendOptions {
  /** Events that come later in the log were sent already. */
  readonly isLate: boolean
}

/**
 * The way to a target, for its follower and for what waits: it is left alone while it is away, what it has is compared with what
 * it was sent whenever it was connected to, and how it is going is kept for people to see.
 */
export const createTargetLink = ({ target, pool, now, log }: LinkOptions) => {
  const { name } = target
  const breaker = createBreaker()
  let toldTrouble: string | null | undefined

  /** A trouble is kept each time: who lets the target go on by hand has taken back what was told before. */
  const tell = async (trouble: string | null): Promise<void> => {
    if (trouble === null && toldTrouble === null) return
    if (trouble && trouble !== toldTrouble)
      log.warn({ target: name, trouble }, 'A target of the relay is away')
    await keepTrouble(pool, name, trouble)
    toldTrouble = trouble
  }

  /** Goes back to what a target still has, where that is less than it was sent. */
  const compare = async (held: Held): Promise<void> => {
    const kept = await keptTarget(pool, name)
    if (!kept) throw new TargetAway('Nothing follows the log for it yet')
    if (held.highest > kept.head) {
      throw new TargetAway(
        `It has events up to position ${held.highest}, and the log ends at ${kept.head}: they are of another log, or of one that was set back`,
      )
    }
    const after = lostAfter(kept, held)
    if (after === undefined) return keepHeld(pool, name, held)
    const isBack = await goBack(pool, name, after)
    await keepAnew(pool, name, held)
    if (!isBack) return
    log.warn({ target: name, after }, 'A target of the relay lost events; it is sent them again')
    throw new TargetAway(`It lost events; all after position ${after} are sent again`)
  }

  const sender = createSender(target, now, compare)

  const through = async (work: () => Promise<void>): Promise<void> => {
    try {
      await breaker.through(work)
      await tell(null)
    } catch (error) {
      if (error instanceof TargetGone) {
        await pauseSubscription(pool, followerOf(name))
        await tell(`It rests. ${error.message}`)
        throw new TargetAway(error.message, { cause: error })
      }
      if (error instanceof TargetAway && !(error instanceof LeftAlone)) await tell(error.message)
      throw error
    }
  }

  return {
    open: (): Promise<void> => through(sender.open),
    send: (messages: readonly RelayMessage[], { isLate, ...options }: LinkSendOptions): Promise<void> =>
      through(async () => {
        await sender.send(messages, options)
        const held = sender.held()
        const first = messages[0]
        if (held && first) await keepHeld(pool, name, held, isLate ? first.position : undefined)
      }),
    close: sender.close,
  }
}

export type TargetLink = ReturnType<typeof createTargetLink>
