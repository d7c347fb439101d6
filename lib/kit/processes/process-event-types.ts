import * as z from 'zod'
import type { EventTypes } from '../events/event-type'
import type { ProcessEvent } from './process-events'

const shared = { streamType: 'process', schemaVersion: 1, isShared: true } as const

const id = z.uuid()
const name = z.string()
/** ISO 8601, UTC. */
const moment = z.string()
const stream = z.object({ type: z.string(), id: z.string() })
const typed = z.looseObject({ type: z.string() })

const answer = z.union([
  z.object({ type: z.literal('accepted'), version: z.int().min(0), position: z.int().min(0) }),
  z.object({ type: z.literal('rejected'), rejection: typed }),
])

/** The events that the streams of all processes have, one definition for all of them. */
export const processEventTypes: EventTypes<ProcessEvent> = {
  InputTaken: {
    ...shared,
    data: z.object({ eventId: id, position: z.int().min(1), type: z.string(), stream }),
  },
  TimerSet: { ...shared, data: z.object({ id, name, dueAt: moment }) },
  TimerFired: { ...shared, data: z.object({ id, name, dueAt: moment, at: moment }) },
  TimerCancelled: { ...shared, data: z.object({ id, name }) },
  CommandRequested: { ...shared, data: z.object({ id, name, stream, command: typed }) },
  CommandAnswered: { ...shared, data: z.object({ id, name, answer, at: moment }) },
  EffectRequested: {
    ...shared,
    data: z.object({ id, name, kind: z.string(), payload: z.looseObject({}) }),
  },
  EffectDone: {
    ...shared,
    data: z.object({ id, name, kind: z.string(), answer: z.looseObject({}), at: moment }),
  },
}
