import { createHash } from 'node:crypto'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous } from 'better-auth/plugins'
import type { Log } from '../../../kit/server/log'
import { maxPasswordLength, minPasswordLength } from '../../wire/password'
import type { PrismaClient } from '../generated/prisma/client'
import { createHashing } from './hashing'
import { refuseDeactivated } from './let-in'

interface AuthOptions {
  readonly prisma: PrismaClient
  readonly secret: string
  readonly publicUrl: string
  /** How many passwords are hashed at once. */
  readonly passwordsAtOnce?: number
  readonly log: Log
}

const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 8)

/** better-auth: guests who may sign up, staff with a role, API keys. */
export const createAuth = ({ prisma, secret, publicUrl, passwordsAtOnce = 1, log }: AuthOptions) =>
  betterAuth({
    appName: 'Hindsight',
    secret,
    baseURL: publicUrl,
    // The shop answers under every name it is reached by; what counts is that the page came from there too.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      // An account begins with the link to its address, which better-auth has no part in.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength,
      maxPasswordLength,
      password: createHashing(passwordsAtOnce),
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'shopper' },
        isDeactivated: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 60 },
    databaseHooks: { session: { create: { before: refuseDeactivated(prisma) } } },
    // Cookies know no ports: two shops on one host would take each other's sessions away.
    advanced: { cookiePrefix: `hindsight-${fingerprint(secret)}` },
    rateLimit: { enabled: true, customRules: { '/sign-in/email': { window: 60, max: 30 } } },
    plugins: [
      anonymous({
        // A guest's carts stay theirs in the log, so the guest stays too.
        disableDeleteAnonymousUser: true,
        emailDomainName: 'guests.hindsight.invalid',
        generateName: () => 'Guest',
      }),
      apiKey({ rateLimit: { enabled: false }, defaultPrefix: 'hs_' }),
    ],
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...details) => log[level]({ details }, `auth: ${message}`),
    },
  })

export type Auth = ReturnType<typeof createAuth>
