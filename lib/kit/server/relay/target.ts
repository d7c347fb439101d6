import * as z from 'zod'
import { targetName } from '../../wire/api-relay'

const most = 64

/** What every target says, whatever kind it is. */
const common = {
  /** May personal fields leave for it? Where not, they read as erased. */
  personal: z.boolean().default(false),
  /** Only events of streams of these types; all when left out. */
  streamTypes: z.array(z.string().min(1)).min(1).max(most).optional(),
  /** Only events of these types; all when left out. */
  eventTypes: z.array(z.string().min(1)).min(1).max(most).optional(),
  /** Where it begins when it is first seen; a number is the position after which it does. */
  startFrom: z.union([z.enum(['beginning', 'now']), z.int().min(0)]).default('beginning'),
}

const natsTarget = z.strictObject({
  type: z.literal('nats'),
  ...common,
  servers: z.array(z.string().regex(/^((nats|tls):\/\/)?[^\s/@]+$/, 'must be like nats://host:4222')).min(1),
  user: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  token: z.string().min(1).optional(),
  tls: z.boolean().default(false),
  /** The JetStream stream, which is the relay's own: it is made where it isn't there, and nobody else writes to it. */
  stream: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'may have letters, digits, _ and -')
    .default('HINDSIGHT'),
  /** What all subjects begin with. */
  subject: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be words with dots between')
    .default('hindsight'),
  /** On how many servers of a cluster each message is kept, where the stream is made. */
  replicas: z.int().min(1).max(5).default(1),
})

const redisTarget = z.strictObject({
  type: z.literal('redis'),
  ...common,
  url: z.url({ protocol: /^rediss?$/, error: 'must be like redis://host:6379' }),
  /** The key of the Redis stream, which is the relay's own. */
  stream: z.string().min(1).max(200).default('hindsight'),
  /** About how many entries are kept; all when left out. */
  maxLength: z.int().min(1).optional(),
})

const prefix = 'whsec_'

const secret = z.string().refine((text) => {
  const key = Buffer.from(text.slice(prefix.length), 'base64')
  return text.startsWith(prefix) && key.length >= 24 && key.length <= 64
}, `must be ${prefix} and 24 to 64 bytes in base64`)

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

const webhookTarget = z.strictObject({
  type: z.literal('webhook'),
  ...common,
  url: z.url({ protocol: /^https?$/ }).refine((text) => {
    const { protocol, hostname, username } = new URL(text)
    return username === '' && (protocol === 'https:' || loopback.test(hostname))
  }, 'must be https, unless it is on this machine, and name no user'),
  /** What it is signed with; two while the receiver changes from one to the other. */
  secrets: z.array(secret).min(1).max(2),
  /** How long an answer is waited for. */
  timeoutMs: z.int().min(100).max(60_000).default(15_000),
  /** How many requests are under way at a time, each of another stream. */
  atOnce: z.int().min(1).max(64).default(8),
})

const target = z.discriminatedUnion('type', [natsTarget, redisTarget, webhookTarget])

const targets = z.record(
  z.string().regex(targetName, 'must be a name of small letters, digits and -'),
  target,
)

export type NatsTarget = z.infer<typeof natsTarget>
export type RedisTarget = z.infer<typeof redisTarget>
export type WebhookTarget = z.infer<typeof webhookTarget>

/** Where the log's events are relayed to, and which of them. */
export type RelayTarget = z.infer<typeof target> & { readonly name: string }

/**
 * Reads targets from JSON: `{ "warehouse": { "type": "nats", ... } }`.
 * @throws Error with a line for each part that can't be used; what is secret isn't told
 */
export const parseTargets = (text: string): readonly RelayTarget[] => {
  const parsed = targets.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(lineOf).join('\n'))
  }
  return Object.entries(parsed.data).map(([name, target]) => ({ name, ...target }))
}

const lineOf = (issue: z.core.$ZodIssue): string => {
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message
  return `${issue.path.join('.')}: ${message}`
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // What was thrown would quote from it.
    throw new Error('It is no JSON')
  }
}

/** Under which name a target follows the log, and what waits for it is queued. */
export const followerOf = (targetName: string): string => `relay:${targetName}`

/** Where it is, for people to see: nothing in it is secret. */
export const placeOf = (target: RelayTarget): string => {
  switch (target.type) {
    case 'nats':
      return `${target.servers.join(', ')}, stream ${target.stream}`
    case 'redis':
      return `${new URL(target.url).host}, stream ${target.stream}`
    case 'webhook':
      return new URL(target.url).origin
  }
}
