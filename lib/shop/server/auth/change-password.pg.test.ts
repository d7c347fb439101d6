import { APIError } from 'better-auth/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Accounts, cookieOf, openAccounts } from '../../testing/accounts'
import { changePassword } from './change-password'
import { requestReset } from './request-reset'
import { lookAtReset } from './reset-password'
import { createTries } from './tries'

let shop: Accounts
beforeAll(async () => {
  shop = await openAccounts()
})
afterAll(() => shop.database.close())

const dependencies = () => ({
  auth: shop.auth,
  prisma: shop.database.prisma,
  tries: createTries({ free: 3, firstWaitMs: 60_000, longestWaitMs: 60_000, now: () => 1 }),
})

describe('changing a password', () => {
  it('wants the present one, ends all other sessions, and lets the new one in alone', async () => {
    const { email, password, cookie, identity } = await shop.newCustomer()
    const elsewhere = await shop.auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
    const change = { currentPassword: password, newPassword: 'another one altogether' }
    const parts = dependencies()
    expect(
      await changePassword(parts, new Headers(cookie), identity, { ...change, currentPassword: 'not it' }),
    ).toEqual({ type: 'WrongPassword' })
    const changed = await changePassword(parts, new Headers(cookie), identity, change)
    if (changed.type !== 'changed') throw new Error(changed.type)
    expect(await shop.identify(cookieOf(elsewhere.headers.get('set-cookie') ?? ''))).toBeUndefined()
    expect(await shop.identify(cookie)).toBeUndefined()
    expect(await shop.identify(cookieOf(changed.setCookie))).toMatchObject({ userId: identity.userId })
    await expect(shop.auth.api.signInEmail({ body: { email, password } })).rejects.toMatchObject({
      statusCode: 401,
    })
    await shop.auth.api.signInEmail({ body: { email, password: change.newPassword } })
  })

  it('lets no link change it any more that was sent before', async () => {
    const { email, password, cookie, identity } = await shop.newCustomer()
    await requestReset(shop.dependencies, email)
    const token = await shop.tokenTo(email)
    expect(await lookAtReset(shop.dependencies, token)).toEqual({ type: 'open', email })
    const change = { currentPassword: password, newPassword: 'another one altogether' }
    await changePassword(dependencies(), new Headers(cookie), identity, change)
    expect(await lookAtReset(shop.dependencies, token)).toEqual({ type: 'LinkOver' })
  })

  it('is told when too many others are at it', async () => {
    const { password, cookie, identity } = await shop.newCustomer()
    const { password: hasher } = await shop.auth.$context
    const busy = new APIError('SERVICE_UNAVAILABLE', { code: 'OVERLOADED', message: 'Too many' })
    const verify = vi.spyOn(hasher, 'verify').mockRejectedValue(busy)
    try {
      const change = { currentPassword: password, newPassword: 'another one altogether' }
      expect(await changePassword(dependencies(), new Headers(cookie), identity, change)).toEqual({
        type: 'TooBusy',
      })
    } finally {
      verify.mockRestore()
    }
  })

  it('refuses a common one, and slows down who guesses the present one', async () => {
    const { cookie, identity } = await shop.newCustomer()
    const parts = dependencies()
    const change = (currentPassword: string, newPassword = 'another one altogether') =>
      changePassword(parts, new Headers(cookie), identity, { currentPassword, newPassword })
    expect(await change('not it', 'qwertyuiop')).toEqual({ type: 'PasswordTooCommon' })
    for (let nth = 0; nth < 3; nth++) expect(await change('not it')).toEqual({ type: 'WrongPassword' })
    expect(await change('not it')).toEqual({ type: 'TooManyTries', retryAfterSeconds: 60 })
  })
})
