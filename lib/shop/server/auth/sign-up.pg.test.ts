import { APIError } from 'better-auth/api'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Identify } from '../../../kit/server/http/caller'
import { testSecret } from '../../../kit/testing/connections'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import type { ShopIdentity } from '../../wire/shop-identity'
import { type Auth, createAuth } from './auth'
import { changePassword } from './change-password'
import { createFindCaller, createIdentify } from './identify'
import { signUpGuest } from './sign-up'
import { createTries } from './tries'

let database: ShopDatabase
let auth: Auth
let identify: Identify<ShopIdentity>
beforeAll(async () => {
  database = await openShopDatabase()
  const log = pino({ level: 'silent' })
  auth = createAuth({
    prisma: database.prisma,
    secret: testSecret,
    publicUrl: 'http://localhost:3000',
    log,
  })
  identify = createIdentify(createFindCaller(auth, database.prisma, () => new Date()))
})
afterAll(() => database.close())

/** What a browser sends back of a `Set-Cookie`. */
const cookieOf = (setCookie: string) => ({ cookie: setCookie.split(';')[0] ?? '' })

const newGuest = async () => {
  const { headers } = await auth.api.signInAnonymous({ returnHeaders: true })
  const cookie = cookieOf(headers.get('set-cookie') ?? '')
  return { cookie, identity: (await identify(cookie)) as ShopIdentity }
}

let people = 0
const details = (change: { email?: string; password?: string } = {}) => ({
  name: 'Ada',
  email: `person-${++people}@example.com`,
  password: 'of note and of number',
  ...change,
})

const signUp = (guest: ShopIdentity, as = details()) => signUpGuest(auth, database.prisma, guest, as)

describe('signing up', () => {
  it('ends every session the guest had, and begins a new one of the same person', async () => {
    const { cookie, identity } = await newGuest()
    const as = details()
    const answer = await signUp(identity, as)
    if (answer.type !== 'signedUp') throw new Error(answer.type)
    expect(await identify(cookie)).toBeUndefined()
    expect(await identify(cookieOf(answer.setCookie))).toMatchObject({
      userId: identity.userId,
      email: as.email,
      isGuest: false,
    })
    expect(await database.prisma.session.count({ where: { userId: identity.userId } })).toBe(1)
  })

  it('of one guest many times at once makes one account, with the address and password of one of them', async () => {
    const { identity } = await newGuest()
    const tries = Array.from({ length: 8 }, (_, nth) => details({ password: `password of try ${nth}` }))
    const answers = await Promise.all(tries.map((as) => signUp(identity, as)))
    const won = tries[answers.findIndex(({ type }) => type === 'signedUp')]
    expect(answers.map(({ type }) => type).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'AlreadySignedUp'),
      'signedUp',
    ])
    expect(await database.prisma.account.count({ where: { userId: identity.userId } })).toBe(1)
    const { email = '', password = '' } = won ?? {}
    expect((await auth.api.signInEmail({ body: { email, password } })).user.id).toBe(identity.userId)
  })

  it('of many guests with one address at once gives it to one of them', async () => {
    const guests = await Promise.all(Array.from({ length: 4 }, newGuest))
    const as = details()
    const answers = await Promise.all(guests.map(({ identity }) => signUp(identity, as)))
    expect(answers.map(({ type }) => type).sort()).toEqual([
      'EmailTaken',
      'EmailTaken',
      'EmailTaken',
      'signedUp',
    ])
    expect(await database.prisma.user.count({ where: { email: as.email } })).toBe(1)
    expect(await database.prisma.user.count({ where: { isAnonymous: true, name: 'Ada' } })).toBe(0)
  })

  it('hashes nothing for an address that is taken, or a password that can’t be had', async () => {
    const taken = details()
    await signUp((await newGuest()).identity, taken)
    const { identity } = await newGuest()
    const { password } = await auth.$context
    const hash = vi.spyOn(password, 'hash')
    try {
      expect(await signUp(identity, details({ email: taken.email }))).toEqual({ type: 'EmailTaken' })
      expect(await signUp(identity, details({ password: '1234567890' }))).toEqual({
        type: 'PasswordTooCommon',
      })
      expect(
        await signUp(
          identity,
          details({ email: 'analytical.engine@example.com', password: 'Analytical.Engine' }),
        ),
      ).toEqual({
        type: 'PasswordOfOwner',
      })
      expect(hash).not.toHaveBeenCalled()
    } finally {
      hash.mockRestore()
    }
  })
})

describe('changing a password', () => {
  const tries = () => createTries({ free: 3, firstWaitMs: 60_000, longestWaitMs: 60_000, now: () => 1 })

  const customer = async () => {
    const { identity } = await newGuest()
    const as = details()
    const answer = await signUp(identity, as)
    if (answer.type !== 'signedUp') throw new Error(answer.type)
    const cookie = cookieOf(answer.setCookie)
    return { ...as, cookie, identity: (await identify(cookie)) as ShopIdentity }
  }

  it('wants the present one, ends all other sessions, and lets the new one in alone', async () => {
    const { email, password, cookie, identity } = await customer()
    const elsewhere = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
    const change = { currentPassword: password, newPassword: 'another one altogether' }
    const dependencies = { auth, tries: tries() }
    expect(
      await changePassword(dependencies, new Headers(cookie), identity, {
        ...change,
        currentPassword: 'not it',
      }),
    ).toEqual({
      type: 'WrongPassword',
    })
    const changed = await changePassword(dependencies, new Headers(cookie), identity, change)
    if (changed.type !== 'changed') throw new Error(changed.type)
    expect(await identify(cookieOf(elsewhere.headers.get('set-cookie') ?? ''))).toBeUndefined()
    expect(await identify(cookie)).toBeUndefined()
    expect(await identify(cookieOf(changed.setCookie))).toMatchObject({ userId: identity.userId })
    await expect(auth.api.signInEmail({ body: { email, password } })).rejects.toMatchObject({
      statusCode: 401,
    })
    await auth.api.signInEmail({ body: { email, password: change.newPassword } })
  })

  it('is told when too many others are at it', async () => {
    const { password, cookie, identity } = await customer()
    const { password: hasher } = await auth.$context
    const busy = new APIError('SERVICE_UNAVAILABLE', { code: 'OVERLOADED', message: 'Too many' })
    const verify = vi.spyOn(hasher, 'verify').mockRejectedValue(busy)
    try {
      const change = { currentPassword: password, newPassword: 'another one altogether' }
      expect(await changePassword({ auth, tries: tries() }, new Headers(cookie), identity, change)).toEqual({
        type: 'TooBusy',
      })
    } finally {
      verify.mockRestore()
    }
  })

  it('refuses a common one, and slows down who guesses the present one', async () => {
    const { cookie, identity } = await customer()
    const dependencies = { auth, tries: tries() }
    const change = (currentPassword: string, newPassword = 'another one altogether') =>
      changePassword(dependencies, new Headers(cookie), identity, { currentPassword, newPassword })
    expect(await change('not it', 'qwertyuiop')).toEqual({ type: 'PasswordTooCommon' })
    for (let nth = 0; nth < 3; nth++) expect(await change('not it')).toEqual({ type: 'WrongPassword' })
    expect(await change('not it')).toEqual({ type: 'TooManyTries', retryAfterSeconds: 60 })
  })
})
