import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { isNetwork } from '../../kit/server/http/trusted-proxies'
import { type Limits, limitsEnvironment, toLimits } from '../../kit/server/limits/limits'
import { type Sender, senderOf } from '../../kit/server/mail/sender'
import type { SmtpOptions } from '../../kit/server/mail/smtp'
import { parseMasterKey } from '../../kit/server/postgres/secret/master-key'
import { parseTargets, type RelayTarget } from '../../kit/server/relay/target'
import type { Patience } from '../abandonment/server/cart-activity'
import type { StripeKeys } from '../payment/server/payments'

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A time span as people write it, in milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,6}[smhd]$/, 'must be a time span like 90s, 30m, 24h or 30d')
  .transform((text) => Number(text.slice(0, -1)) * unitMs[text.slice(-1) as keyof typeof unitMs])

/** What was thrown would quote the path, which may be targets with their secrets that were not seen to be JSON. */
const readTargets = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(
      `must be JSON like {"name": {...}} or a file that can be read: ${(error as { code?: string }).code}`,
    )
  }
}

const environment = limitsEnvironment.extend({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((network) => network.trim()))
    .refine(
      (networks) => networks.every(isNetwork),
      'must be addresses or networks like 10.0.0.0/8, with commas between',
    )
    .optional(),
  SIGN_UP_TRIES_PER_HOUR: z.coerce.number().int().min(1).default(60),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .transform(senderOf)
    .refine(
      (sender) => sender !== undefined,
      'must be an address, or a name with one: Shop <shop@example.com>',
    )
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  ARCHIVE_DIR: z.string().min(1).optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  MASTER_KEY: z
    .string()
    .refine((text) => parseMasterKey(text) !== undefined, 'must be 32 bytes as hex or base64')
    .transform(parseMasterKey)
    .optional(),
  CART_REMINDER_AFTER: duration.prefault('24h'),
  CART_ABANDONED_AFTER: duration.prefault('30d'),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  DRAIN_SECONDS: z.coerce.number().min(0).max(600).optional(),
  RELAY: z
    .string()
    .transform((text, context) => {
      try {
        return parseTargets(text.trimStart().startsWith('{') ? text : readTargets(text))
      } catch (error) {
        context.issues.push({ code: 'custom', message: (error as Error).message, input: undefined })
        return z.NEVER
      }
    })
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** What the environment may say; all of it is optional and listed in `.env.example`. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where the public finds the shop; https here makes cookies `Secure`. */
  readonly publicUrl: string
  /** Who takes the public's requests and says in `X-Forwarded-For` whose they are: addresses and networks. */
  readonly trustedProxies: readonly string[]
  /** Sign-ups and new passwords asked for from one address; known and unknown addresses of e-mail both count. */
  readonly signUpTriesPerHour: number
  /** Where mails are sent through, and whom they are from; without it staff hands them over. */
  readonly smtp: SmtpOptions | undefined
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** The folder for streams in cold storage. */
  readonly archiveDir: string
  readonly authSecret: string | undefined
  /** What people's keys are wrapped with. */
  readonly masterKey: Buffer | undefined
  /** So long a server that was told to stop goes on answering, while readiness says that it is leaving. */
  readonly drainMs: number
  /** What one visitor, and all together, may take of the shop. */
  readonly limits: Limits
  /** How long carts are left alone before their owners are reminded, and before they are closed. */
  readonly patience: Patience
  /** Who payments go through; the built-in test provider when left out. */
  readonly stripe: StripeKeys | undefined
  /** Where the log is relayed to. */
  readonly relayTargets: readonly RelayTarget[]
  readonly logLevel: string
}

/** What looks at readiness does so every few seconds; where nothing stands in front nobody does. */
const behindProxySeconds = 5

/** The name under which a host to listen on can be reached from here, as a URL has it. */
export const reachableHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host

/**
 * The only reader of `process.env`. Empty values count as left out.
 * @throws Error with a line for each variable that can't be used.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    throw unusable(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { PORT, HOST, PUBLIC_URL, TRUSTED_PROXIES, SIGN_UP_TRIES_PER_HOUR, DATABASE_URL } = parsed.data
  const { DATA_DIR, ARCHIVE_DIR, AUTH_SECRET, MASTER_KEY, LOG_LEVEL, SMTP_URL, MAIL_FROM, RELAY } =
    parsed.data
  const { DRAIN_SECONDS = PUBLIC_URL ? behindProxySeconds : 0 } = parsed.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? `http://${reachableHost(HOST)}:${PORT}`,
    trustedProxies: TRUSTED_PROXIES ?? [],
    signUpTriesPerHour: SIGN_UP_TRIES_PER_HOUR,
    smtp: toSmtp(SMTP_URL, MAIL_FROM),
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    archiveDir: ARCHIVE_DIR ?? join(DATA_DIR, 'archive'),
    authSecret: AUTH_SECRET,
    masterKey: MASTER_KEY,
    drainMs: DRAIN_SECONDS * 1000,
    limits: toLimits(parsed.data),
    patience: {
      remindAfterMs: parsed.data.CART_REMINDER_AFTER,
      abandonAfterMs: parsed.data.CART_ABANDONED_AFTER,
    },
    stripe: toStripe(parsed.data),
    relayTargets: RELAY ?? [],
    logLevel: LOG_LEVEL,
  }
}

const toSmtp = (url: string | undefined, from: Sender | undefined): SmtpOptions | undefined => {
  if (url === undefined) return undefined
  if (from === undefined)
    throw unusable(['MAIL_FROM: has to say whom mails are from that go through SMTP_URL'])
  return { url, from }
}

const toStripe = (given: z.infer<typeof environment>): StripeKeys | undefined => {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey } = given
  if (secretKey === undefined) return undefined
  if (publishableKey === undefined)
    throw unusable([
      'STRIPE_PUBLISHABLE_KEY: has to be there beside STRIPE_SECRET_KEY, for cards to be entered',
    ])
  return { secretKey, publishableKey, webhookSecret: given.STRIPE_WEBHOOK_SECRET }
}

const unusable = (lines: readonly string[]): Error =>
  new Error(`The environment can't be used:\n${lines.map((line) => `  ${line}`).join('\n')}`)
