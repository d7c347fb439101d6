import { headers } from '@nats-io/transport-node'
import { exhaustive } from '../../../kernel/exhaustive'
import type { Holding } from '../holding'
import { type RelayMessage, TargetAway } from '../sender'
import type { NatsTarget } from '../target'
import type { Ack } from './acks'
import type { NatsOpened } from './connection'
import { highestHeader, versionHeader } from './stream'
import { subjectOf } from './subject'

const wrongLastSequence = 10_071
const messageTooLarge = 10_054
/** What headers take of a message at most. */
const headerBytes = 1_024

type Outcome =
  | { readonly type: 'stored'; readonly sequence: number; readonly isDuplicate: boolean }
  | { readonly type: 'refused'; readonly error: Error }
  /** Not stored, since one before it wasn't. */
  | { readonly type: 'outOfTurn' }
  | { readonly type: 'failed'; readonly error: Error }

/**
 * Publishes messages in their order, all under way at once: each names the sequence that it comes after, so that none is
 * stored when one before it wasn't, or when another writes to the stream.
 */
export const publishAll = async (
  opened: NatsOpened,
  target: NatsTarget,
  messages: readonly RelayMessage[],
  holding: Holding,
): Promise<void> => {
  let rest = messages.filter((message) => holding.isFree(message) && isWithinBounds(opened, message, holding))
  while (rest.length > 0) {
    const outcomes = await Promise.all(publishing(opened, target, rest))
    const outOfTurn = settle(opened, rest, outcomes, holding)
    if (outOfTurn.length === rest.length) {
      throw new TargetAway('Something else was written to the stream, which is for the relay alone')
    }
    rest = outOfTurn.filter(holding.isFree)
  }
}

/** What is too large would only stand in the way of what comes after it. */
const isWithinBounds = ({ maxBytes }: NatsOpened, message: RelayMessage, holding: Holding): boolean => {
  const bytes = Buffer.byteLength(message.body) + headerBytes
  if (bytes <= maxBytes) return true
  holding.refused(message, new Error(`With its headers it has up to ${bytes} bytes; ${maxBytes} are taken`))
  return false
}

const publishing = (
  { acks, sequence, highest: before }: NatsOpened,
  target: NatsTarget,
  messages: readonly RelayMessage[],
): Promise<Outcome>[] => {
  let highest = before
  return messages.map((message, nth) => {
    highest = Math.max(highest, message.position)
    const told = headers()
    told.set('Content-Type', 'application/cloudevents+json')
    told.set(versionHeader, String(message.version))
    told.set(highestHeader, String(highest))
    told.set('Nats-Msg-Id', message.eventId)
    told.set('Nats-Expected-Stream', target.stream)
    told.set('Nats-Expected-Last-Sequence', String(sequence + nth))
    return acks.publish(subjectOf(target.subject, message), message.body, told).then(toOutcome)
  })
}

const toOutcome = (ack: Ack): Outcome => {
  if (ack.type === 'stored') return ack
  if (ack.type === 'unknown') return { type: 'failed', error: ack.error }
  if (ack.code === wrongLastSequence) return { type: 'outOfTurn' }
  return { type: ack.code === messageTooLarge ? 'refused' : 'failed', error: ack.error }
}

/** Notes what became of messages; answers those that were out of turn. */
const settle = (
  opened: NatsOpened,
  messages: readonly RelayMessage[],
  outcomes: readonly Outcome[],
  holding: Holding,
): RelayMessage[] =>
  messages.filter((message, nth) => {
    const outcome = outcomes[nth] as Outcome
    switch (outcome.type) {
      case 'stored':
        if (!outcome.isDuplicate) opened.sequence = outcome.sequence
        opened.highest = Math.max(opened.highest, message.position)
        holding.sent(message)
        return false
      case 'refused':
        holding.refused(message, outcome.error)
        return false
      case 'outOfTurn':
        return true
      case 'failed':
        throw outcome.error
      default:
        return exhaustive(outcome)
    }
  })
