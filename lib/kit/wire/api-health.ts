import * as z from 'zod'
import { endpoint } from './api-endpoint'

export const getLive = endpoint({
  name: 'readLiveness',
  method: 'GET',
  path: '/api/health/live',
  summary: 'Is the server running?',
  access: 'anyone',
  status: 200,
  answer: z.object({ status: z.literal('live') }),
})

export const getReady = endpoint({
  name: 'readReadiness',
  method: 'GET',
  path: '/api/health/ready',
  summary: 'Can commands be handled now?',
  access: 'anyone',
  status: 200,
  answer: z.object({ status: z.literal('ready') }),
  refusals: {
    503: 'Unavailable: `reason` says why, `cause` is its code: NoAnswer, ReadOnly, NotWritable or Stopping',
  },
})

export const getAsyncApi = endpoint({
  name: 'readMessagesDescription',
  method: 'GET',
  path: '/api/asyncapi.json',
  summary: 'What is said over sockets, and what is relayed, as AsyncAPI describes it',
  access: 'anyone',
  validated: true,
  status: 200,
  answer: z.record(z.string(), z.unknown()),
})

export const getOpenApi = endpoint({
  name: 'readDescription',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This description',
  access: 'anyone',
  validated: true,
  status: 200,
  answer: z.record(z.string(), z.unknown()),
})
