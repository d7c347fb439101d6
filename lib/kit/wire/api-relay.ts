import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterPosition, instant, nextNumber, pageLimit } from './api-fields'

const maxPosition = Number.MAX_SAFE_INTEGER

const position = z.int().min(1).max(maxPosition)

/** What a target may be called. */
export const targetName = /^[a-z][a-z0-9-]{0,39}$/

const targetPath = z.object({
  target: z.string().regex(targetName, 'must be the name of a target'),
})

const targetNotFound = {
  absent: 'TargetNotFound',
  refusals: { 404: 'TargetNotFound: nothing is relayed to a target of this name' },
}

/** How a target of the relay is doing. */
export const relayTarget = z.object({
  name: z.string(),
  type: z.enum(['nats', 'redis', 'webhook']),
  place: z.string().describe('Where it is'),
  personal: z.boolean().describe('Do personal fields leave for it?'),
  streamTypes: z.array(z.string()).readonly().nullable().describe('Only events of streams of these types'),
  eventTypes: z.array(z.string()).readonly().nullable().describe('Only events of these types'),
  status: z
    .enum(['running', 'paused', 'stopped', 'new'])
    .describe('new before anything followed the log for it'),
  position: z.int().describe('Everything up to here was sent, or waits'),
  behind: z.int().describe('How many positions of the log are still before it'),
  behindSince: z.iso
    .datetime()
    .nullable()
    .describe('When the first event that is still before it was recorded'),
  waiting: z.int().describe('Events that were refused, or come after one that was'),
  parked: z.int().describe('Those of them that are not tried again by themselves'),
  trouble: z.string().nullable().describe('Why it is away, or rests'),
  troubleSince: z.iso.datetime().nullable(),
})
export type RelayTargetState = z.infer<typeof relayTarget>

/** An event that a target refused, and that waits. */
export const waitingEvent = z.object({
  position,
  eventId: z.string(),
  eventType: z.string(),
  streamType: z.string(),
  streamId: z.string(),
  attempts: z.int().describe('How often it was tried since it waits'),
  error: z.string().nullable().describe('Why it was refused'),
  dueAt: z.iso.datetime().nullable().describe('When it is tried again; null where that is left to a person'),
  behind: z.int().describe('How many wait behind it in its stream'),
})
export type RelayWaitingEvent = z.infer<typeof waitingEvent>

export const getRelay = endpoint({
  name: 'readRelay',
  method: 'GET',
  path: '/api/relay',
  summary: 'The targets that the log is relayed to, and how they are doing',
  access: 'staff',
  status: 200,
  answer: z.object({ targets: z.array(relayTarget).readonly() }),
})

export const getRelayWaiting = endpoint({
  name: 'readRelayWaiting',
  method: 'GET',
  path: '/api/relay/{target}/waiting',
  summary: 'What a target refused and waits, oldest first',
  access: 'staff',
  params: targetPath,
  query: z.object({ after: afterPosition, limit: pageLimit }),
  status: 200,
  answer: z.object({ events: z.array(waitingEvent).readonly(), next: nextNumber }),
  ...targetNotFound,
})

/** What is done with a target. */
export const relayRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z
    .strictObject({ type: z.literal('retry'), position: position.optional() })
    .describe('Tries again at once what waits: the event at a position, or all that was parked'),
  z
    .strictObject({ type: z.literal('giveUp'), position })
    .describe('Never sends an event that waits; what waits behind it goes on'),
  z
    .strictObject({
      type: z.literal('replay'),
      from: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('beginning') }),
        z.strictObject({ type: z.literal('position'), position }),
        z.strictObject({ type: z.literal('time'), since: instant }),
        z.strictObject({ type: z.literal('event'), position }),
      ]),
    })
    .describe(
      'Sends the log again from its beginning, a position or a time on, or one event alone. A broker is sent what it lacks of it; a webhook all of it',
    ),
])
export type RelayRequest = z.infer<typeof relayRequest>
/** From where a target is sent the log's events again: all, all from a position or from a time on, or one alone. */
export type ReplayFrom = Extract<RelayRequest, { type: 'replay' }>['from']

const relayAnswer = z.object({
  done: z.boolean().describe('False where it was so already, or there was nothing to do'),
  from: z.int().optional().describe('From which position on it is sent again'),
})
export type RelayAnswer = z.infer<typeof relayAnswer>

export const postRelay = endpoint({
  name: 'steerRelay',
  method: 'POST',
  path: '/api/relay/{target}',
  summary: 'Pauses or resumes a target, tries again what waits, or sends it again what it was sent',
  access: 'staff',
  params: targetPath,
  body: relayRequest,
  status: 200,
  answer: relayAnswer,
  ...targetNotFound,
})
