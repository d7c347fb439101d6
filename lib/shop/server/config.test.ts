import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultLimits, limitsEnvironment } from '../../kit/server/limits/limits'
import { readConfig } from './config'

const environment = (values: Record<string, string>) => values as unknown as NodeJS.ProcessEnv

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig(environment({}))).toEqual({
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      signUpTriesPerHour: 60,
      smtp: undefined,
      databaseUrl: undefined,
      dataDir: '.data',
      archiveDir: '.data/archive',
      authSecret: undefined,
      masterKey: undefined,
      drainMs: 0,
      limits: defaultLimits,
      patience: { remindAfterMs: 24 * 3_600_000, abandonAfterMs: 30 * 24 * 3_600_000 },
      stripe: undefined,
      relayTargets: [],
      logLevel: 'info',
    })
  })

  it('knows under which name it is reached', () => {
    const url = (HOST: string) => readConfig(environment({ HOST, PORT: '80' })).publicUrl
    expect([url('0.0.0.0'), url('::'), url('::1'), url('shop')]).toEqual([
      'http://localhost:80',
      'http://localhost:80',
      'http://[::1]:80',
      'http://shop:80',
    ])
  })

  it('takes time spans as people write them', () => {
    const { patience } = readConfig(environment({ CART_REMINDER_AFTER: '90s', CART_ABANDONED_AFTER: '14d' }))
    expect(patience).toEqual({ remindAfterMs: 90_000, abandonAfterMs: 14 * 24 * 3_600_000 })
    for (const span of ['90', '1.5h', 'a day', '-1d', '1w']) {
      expect(() => readConfig(environment({ CART_REMINDER_AFTER: span }))).toThrow('CART_REMINDER_AFTER')
    }
  })

  it('takes a master key as hex or base64, and nothing else for one', () => {
    const key = Buffer.alloc(32, 'k')
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(readConfig(environment({ MASTER_KEY: key.toString(encoding) })).masterKey).toEqual(key)
    }
    expect(() => readConfig(environment({ MASTER_KEY: 'open sesame' }))).toThrow(
      'MASTER_KEY: must be 32 bytes as hex or base64',
    )
  })

  it('sends mails through a server, from somebody', () => {
    const smtp = (values: Record<string, string>) => readConfig(environment(values)).smtp
    const SMTP_URL = 'smtps://user:secret@mail.example.com'
    const from = (MAIL_FROM: string) => smtp({ SMTP_URL, MAIL_FROM })?.from
    expect(smtp({ SMTP_URL, MAIL_FROM: 'Shop <shop@example.com>' })).toEqual({
      url: SMTP_URL,
      from: { name: 'Shop', address: 'shop@example.com' },
    })
    expect(from('shop@example.com')).toEqual({ name: '', address: 'shop@example.com' })
    expect(() => smtp({ SMTP_URL })).toThrow(/MAIL_FROM/)
    for (const wrong of [
      'shop',
      'a@example.com, b@example.com',
      'Shop <shop@example.com>\r\nBcc: x@example.com',
    ])
      expect(() => from(wrong), wrong).toThrow(/MAIL_FROM/)
    expect(() => smtp({ SMTP_URL: 'https://mail.example.com', MAIL_FROM: 'a@b.co' })).toThrow(/SMTP_URL/)
  })

  it('tells nothing of targets to relay to that it cannot use', () => {
    const tried = (RELAY: string) => () => readConfig(environment({ RELAY }))
    expect(tried('/nowhere/relay.json')).toThrow(/RELAY: .*ENOENT/)
    for (const wrong of ['[{"password": "hunter2"}]', '{"one": hunter2}', '{"One": {"token": "hunter2"}}']) {
      expect(tried(wrong), wrong).toThrow(/RELAY: /)
      expect(tried(wrong), wrong).not.toThrow(/hunter2/)
    }
  })

  it('has payments go through Stripe where its keys are there, the one for pages, too', () => {
    const { stripe } = readConfig(
      environment({ STRIPE_SECRET_KEY: 'sk', STRIPE_PUBLISHABLE_KEY: 'pk', STRIPE_WEBHOOK_SECRET: 'whsec' }),
    )
    expect(stripe).toEqual({ secretKey: 'sk', publishableKey: 'pk', webhookSecret: 'whsec' })
    expect(() => readConfig(environment({ STRIPE_SECRET_KEY: 'sk' }))).toThrow(/STRIPE_PUBLISHABLE_KEY/)
  })

  it('takes an empty value for none', () => {
    expect(readConfig(environment({ DATABASE_URL: '', PORT: '' }))).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    })
  })

  it('goes on answering for a while where something stands in front that has to notice', () => {
    const drainMs = (values: Record<string, string>) => readConfig(environment(values)).drainMs
    const PUBLIC_URL = 'https://shop.example.com'
    expect([drainMs({ PUBLIC_URL }), drainMs({ PUBLIC_URL, DRAIN_SECONDS: '0' })]).toEqual([5_000, 0])
    expect(drainMs({ DRAIN_SECONDS: '0.5' })).toBe(500)
  })

  it('names every variable it cannot use', () => {
    const wrong = { PORT: '99999', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', AUTH_SECRET: 'short' }
    expect(() => readConfig(environment(wrong))).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*AUTH_SECRET[\s\S]*LOG_LEVEL/,
    )
  })

  it('is listed in .env.example, every variable', () => {
    const listed = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
    for (const name of [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATABASE_URL',
      'DATA_DIR',
      'ARCHIVE_DIR',
      'AUTH_SECRET',
      'MASTER_KEY',
      'DRAIN_SECONDS',
      'SMTP_URL',
      'STRIPE_SECRET_KEY',
      'STRIPE_PUBLISHABLE_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'MAIL_FROM',
      'RELAY',
      'LOG_LEVEL',
      ...Object.keys(limitsEnvironment.shape),
    ]) {
      expect(listed).toMatch(new RegExp(`^(# )?${name}=`, 'm'))
    }
  })
})
