import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseTargets, placeOf } from './target'

const secret = `whsec_${randomBytes(24).toString('base64')}`
const parse = (target: object, name = 'one') => parseTargets(JSON.stringify({ [name]: target }))
const nats = { type: 'nats', servers: ['nats://localhost:4222'] }
const webhook = { type: 'webhook', url: 'https://partner.example/hook', secrets: [secret] }

describe('targets', () => {
  it('say where they are, and have defaults for the rest', () => {
    expect(parse(nats)).toEqual([
      {
        name: 'one',
        type: 'nats',
        personal: false,
        startFrom: 'beginning',
        servers: ['nats://localhost:4222'],
        tls: false,
        stream: 'HINDSIGHT',
        subject: 'hindsight',
        replicas: 1,
      },
    ])
    expect(parse({ type: 'redis', url: 'redis://localhost:6379' })).toMatchObject([{ stream: 'hindsight' }])
    expect(parse(webhook)).toMatchObject([{ timeoutMs: 15_000, atOnce: 8 }])
  })

  it('keep the order in which they are named', () => {
    const all = parseTargets(JSON.stringify({ b: nats, a: webhook }))
    expect(all.map(({ name }) => name)).toEqual(['b', 'a'])
  })

  it.each([
    ['a name with a space', parse.bind(null, nats, 'my target'), 'small letters'],
    ['no kind', parse.bind(null, { url: 'x' }), 'one.type'],
    ['a field there is not', parse.bind(null, { ...nats, topic: 'x' }), 'topic'],
    [
      'a server with a password in it',
      parse.bind(null, { ...nats, servers: ['nats://me:pw@host'] }),
      'servers',
    ],
    ['a subject with a wildcard', parse.bind(null, { ...nats, subject: 'a.*' }), 'words with dots'],
    ['no events at all', parse.bind(null, { ...nats, eventTypes: [] }), 'eventTypes'],
    [
      'a webhook in the clear',
      parse.bind(null, { ...webhook, url: 'http://partner.example' }),
      'must be https',
    ],
    [
      'a webhook with a user',
      parse.bind(null, { ...webhook, url: 'https://a:b@partner.example' }),
      'no user',
    ],
    [
      'a secret that is too short',
      parse.bind(null, { ...webhook, secrets: ['whsec_c2hvcnQ='] }),
      '24 to 64 bytes',
    ],
    ['a secret of another kind', parse.bind(null, { ...webhook, secrets: [secret.slice(6)] }), 'whsec_'],
    ['three secrets', parse.bind(null, { ...webhook, secrets: [secret, secret, secret] }), 'secrets'],
    ['no JSON', () => parseTargets('{"one": whsec_secret}'), 'It is no JSON'],
  ])('are not taken with %s', (_, read, why) => {
    expect(read).toThrow(why)
  })

  it('never show a secret, not in what is wrong either', () => {
    const wrong = [
      () => parseTargets(`{"one": ${secret}}`),
      () => parse({ ...webhook, url: 'ftp://x' }),
      () => parse({ type: 'redis', url: 'redis://me:hush@host:6379', maxLength: 0 }),
    ]
    for (const read of wrong) {
      expect(read).toThrow()
      expect(read).not.toThrow(/hush|whsec_\w{8}/)
    }
    const told = [...parse(webhook), ...parse({ type: 'redis', url: 'redis://me:hush@host:6379' })].map(
      placeOf,
    )
    expect(told).toEqual(['https://partner.example', 'host:6379, stream hindsight'])
  })

  it('may be on this machine without https', () => {
    for (const url of ['http://localhost:1/x', 'http://127.0.0.1:1', 'http://[::1]:1']) {
      expect(parse({ ...webhook, url })).toHaveLength(1)
    }
  })
})
