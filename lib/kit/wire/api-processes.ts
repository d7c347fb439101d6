import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { afterPosition, nextNumber, pageLimit } from './api-fields'

/** So many instances that wait are counted, and no more. */
export const mostCounted = 10_000

const processSummary = z.object({
  name: z.string(),
  status: z
    .enum(['running', 'paused', 'stopped', 'new'])
    .describe('Whether it is given inputs; `new` before it first was'),
  position: z.int().min(0).describe('Up to where in the log it was given its inputs'),
  behind: z.int().min(0).describe('How many positions of the log are still before it'),
  waitingInstances: z
    .int()
    .min(0)
    .max(mostCounted)
    .describe(`How many of its instances wait for a time or an answer; ${mostCounted} where there are more`),
  waitingInputs: z
    .int()
    .min(0)
    .describe('An input that could not be taken, and those of its instance behind it'),
  parked: z.int().min(0).describe('What could not be done, however often it was tried'),
})

const parkedOfProcess = z.object({
  position: z.int().min(1).describe('Of the input, or of the event that asked for it'),
  instance: z.string().describe("The id of the process's stream"),
  what: z.enum(['input', 'timer', 'command', 'effect']),
  attempts: z.int().min(0),
  error: z.string(),
  parkedAt: z.iso.datetime(),
})

const name = z.string().min(1).max(64).describe("The name of the process: its streams' type")

const refusals = { 404: 'ProcessNotFound: there is no process of this name' }

export const getProcesses = endpoint({
  name: 'readProcesses',
  method: 'GET',
  path: '/api/processes',
  summary: 'What acts on the log, and how it stands',
  access: 'staff',
  status: 200,
  answer: z.object({ processes: z.array(processSummary).readonly() }),
})

export const getParkedOfProcess = endpoint({
  name: 'readParkedOfProcess',
  method: 'GET',
  path: '/api/processes/{name}/parked',
  summary: 'What a process could not do, by position',
  access: 'staff',
  params: z.object({ name }),
  absent: 'ProcessNotFound',
  query: z.object({ after: afterPosition, limit: pageLimit }),
  status: 200,
  answer: z.object({ parked: z.array(parkedOfProcess).readonly(), next: nextNumber }),
  refusals,
})

/** What is to be tried again: what stands at a position, or all of it. */
export const retryRequest = z.object({ position: z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional() })

export const postRetryOfProcess = endpoint({
  name: 'retryParkedOfProcess',
  method: 'POST',
  path: '/api/processes/{name}/retry',
  summary:
    'Has what a process could not do tried again within a second: all of it, or what stands at a position',
  access: 'staff',
  params: z.object({ name }),
  absent: 'ProcessNotFound',
  body: retryRequest,
  status: 200,
  answer: z.object({ retried: z.int().min(0) }),
  refusals,
})

export type ProcessSummary = z.infer<typeof processSummary>
export type ParkedOfProcess = z.infer<typeof parkedOfProcess>
