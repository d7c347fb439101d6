import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { noteStatements } from '../../../kit/testing/statements'
import { type Accounts, cookieOf, openAccounts } from '../../testing/accounts'
import type { ShopIdentity } from '../../wire/shop-identity'
import { lookAtSignUp } from './finish-sign-up'
import { newLinkToken } from './link-token'
import { requestReset } from './request-reset'
import { requestSignUp } from './request-sign-up'

let shop: Accounts
beforeAll(async () => {
  shop = await openAccounts()
})
afterAll(() => shop.database.close())

const request = (guest: ShopIdentity, as = shop.details()) => requestSignUp(shop.dependencies, guest, as)
const countUsers = (email: string) => shop.database.prisma.user.count({ where: { email } })
const signIn = ({ email, password }: { readonly email: string; readonly password: string }) =>
  shop.auth.api.signInEmail({ body: { email, password } })

describe('signing up', () => {
  it('makes a customer of the guest when the link is opened, and of nobody before', async () => {
    const { cookie, identity } = await shop.newGuest()
    const as = shop.details()
    expect(await request(identity, as)).toEqual({ type: 'lookIntoMail', isByHand: true })
    expect(await countUsers(as.email)).toBe(0)
    expect(await shop.identify(cookie)).toMatchObject({ isGuest: true })
    await expect(signIn(as)).rejects.toMatchObject({ statusCode: 401 })

    const token = await shop.tokenTo(as.email)
    expect(await lookAtSignUp(shop.dependencies, identity, token)).toEqual({
      type: 'open',
      email: as.email,
      name: 'Ada',
      isHere: true,
    })
    const finished = await shop.finish(identity, token)
    if (finished.type !== 'signedUp') throw new Error(finished.type)
    expect(await shop.identify(cookieOf(finished.setCookie))).toMatchObject({
      userId: identity.userId,
      email: as.email,
      name: 'Ada',
      isGuest: false,
    })
    expect((await signIn(as)).user).toMatchObject({ id: identity.userId, emailVerified: true })
  })

  it('ends every session the guest had, and begins a new one of the same person', async () => {
    const { cookie, identity } = await shop.newGuest()
    const as = shop.details()
    await request(identity, as)
    await shop.finish(identity, await shop.tokenTo(as.email))
    expect(await shop.identify(cookie)).toBeUndefined()
    expect(await shop.database.prisma.session.count({ where: { userId: identity.userId } })).toBe(1)
  })

  it('is answered the same, after the same work, whether the address is known or not', async () => {
    const { email } = await shop.newCustomer()
    const { identity } = await shop.newGuest()
    const { password } = await shop.auth.$context
    const statements = noteStatements()
    const hash = vi.spyOn(password, 'hash')
    try {
      const answerFor = async (to: string) => {
        statements.take()
        hash.mockClear()
        const answer = await request(identity, shop.details({ email: to }))
        return { answer, statements: statements.take(), hashed: hash.mock.calls.length }
      }
      const known = await answerFor(email)
      expect(known).toEqual(await answerFor(shop.details().email))
      expect(known).toMatchObject({ answer: { type: 'lookIntoMail' }, hashed: 1 })
      expect(known.statements).toHaveLength(4)
    } finally {
      hash.mockRestore()
      statements.stop()
    }
  })

  it('tells who has the address that somebody tried, and lets nobody in', async () => {
    const { email } = await shop.newCustomer()
    const { identity } = await shop.newGuest()
    await request(identity, shop.details({ email }))
    const [newest = ''] = await shop.mailsTo(email)
    expect(newest).toContain('You have an account.')
    expect(newest).not.toContain('#')
  })

  it('tells nobody what somebody else has typed', async () => {
    const { identity } = await shop.newGuest()
    const as = shop.details({ name: 'You have won: evil.example' })
    await request(identity, as)
    expect((await shop.mailsTo(as.email))[0]).not.toContain('evil')
  })

  it('hashes nothing for a password that can’t be had', async () => {
    const { identity } = await shop.newGuest()
    const { password } = await shop.auth.$context
    const hash = vi.spyOn(password, 'hash')
    try {
      expect(await request(identity, shop.details({ password: '1234567890' }))).toEqual({
        type: 'PasswordTooCommon',
      })
      const own = { email: 'analytical.engine@example.com', password: 'Analytical.Engine' }
      expect(await request(identity, shop.details(own))).toEqual({ type: 'PasswordOfOwner' })
      expect(hash).not.toHaveBeenCalled()
    } finally {
      hash.mockRestore()
    }
  })
})

describe('a link that finishes a sign-up', () => {
  const asked = async (as = shop.details()) => {
    const { identity } = await shop.newGuest()
    await request(identity, as)
    return { ...as, identity, token: await shop.tokenTo(as.email) }
  }

  it('works once, however often it is used at once', async () => {
    const { identity, token, email } = await asked()
    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.finish(identity, token)))
    expect(answers.filter(({ type }) => type === 'signedUp')).toHaveLength(1)
    expect(new Set(answers.map(({ type }) => type))).not.toContain('EmailTaken')
    expect(await shop.finish(undefined, token)).toEqual({ type: 'LinkOver' })
    expect(await countUsers(email)).toBe(1)
    expect(await shop.database.prisma.account.count({ where: { userId: identity.userId } })).toBe(1)
  })

  it('works for a day, by the time it is told', async () => {
    const { identity, token } = await asked()
    const later = (ms: number) => ({ ...shop.dependencies, now: () => new Date(Date.now() + ms) })
    expect(await lookAtSignUp(later(86_400_000 - 60_000), identity, token)).toMatchObject({ type: 'open' })
    expect(await lookAtSignUp(later(86_400_000), identity, token)).toEqual({ type: 'LinkOver' })
  })

  it('makes nobody of who guesses, or has another kind of link', async () => {
    const { email } = await shop.newCustomer()
    await requestReset(shop.dependencies, email)
    const { identity } = await shop.newGuest()
    for (const token of [newLinkToken(), await shop.tokenTo(email), '']) {
      expect(await lookAtSignUp(shop.dependencies, identity, token)).toEqual({ type: 'LinkOver' })
      expect(await shop.finish(identity, token)).toEqual({ type: 'LinkOver' })
    }
  })

  it('is not to be read in the database', async () => {
    const { token } = await asked()
    const { rows } = await shop.database.pool.query('SELECT * FROM auth_verifications')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('opened elsewhere lets its reader choose the password: who asked may be anybody', async () => {
    const { token, email, password, identity } = await asked()
    const elsewhere = await shop.newGuest()
    expect(await lookAtSignUp(shop.dependencies, elsewhere.identity, token)).toMatchObject({ isHere: false })
    expect(await shop.finish(elsewhere.identity, token)).toEqual({ type: 'Malformed' })
    const owner = { name: 'Ada Lovelace', password: 'chosen by its reader' }
    expect(await shop.finish(elsewhere.identity, token, { ...owner, password: email })).toEqual({
      type: 'PasswordOfOwner',
    })
    const finished = await shop.finish(elsewhere.identity, token, owner)
    if (finished.type !== 'signedUp') throw new Error(finished.type)
    expect(await shop.identify(cookieOf(finished.setCookie))).toMatchObject({
      userId: elsewhere.identity.userId,
      name: 'Ada Lovelace',
      email,
    })
    expect(await shop.database.prisma.user.findUnique({ where: { id: identity.userId } })).toMatchObject({
      isAnonymous: true,
    })
    await expect(signIn({ email, password })).rejects.toMatchObject({ statusCode: 401 })
    expect((await signIn({ email, password: owner.password })).user.id).toBe(elsewhere.identity.userId)
  })

  it('opened where nobody was before makes a customer of somebody new', async () => {
    const { token, email } = await asked()
    const finished = await shop.finish(undefined, token, { name: 'Ada', password: 'chosen by its reader' })
    if (finished.type !== 'signedUp') throw new Error(finished.type)
    expect(await shop.identify(cookieOf(finished.setCookie))).toMatchObject({ email, isGuest: false })
  })

  it('makes no second account of who is signed in', async () => {
    const { token } = await asked()
    const { identity } = await shop.newCustomer()
    expect(await lookAtSignUp(shop.dependencies, identity, token)).toEqual({ type: 'AlreadySignedUp' })
    expect(await shop.finish(identity, token)).toEqual({ type: 'AlreadySignedUp' })
  })

  it('of many guests with one address gives it to one of them, and ends with that for all', async () => {
    const as = shop.details()
    const guests = await Promise.all(Array.from({ length: 4 }, shop.newGuest))
    const tokens: string[] = []
    for (const { identity } of guests) {
      await request(identity, as)
      tokens.push(await shop.tokenTo(as.email))
    }
    const answers = await Promise.all(
      guests.map(({ identity }, nth) => shop.finish(identity, tokens[nth] ?? '')),
    )
    expect(answers.filter(({ type }) => type === 'signedUp')).toHaveLength(1)
    expect(await countUsers(as.email)).toBe(1)
    expect(await shop.database.prisma.user.count({ where: { isAnonymous: true, name: 'Ada' } })).toBe(0)
    for (const token of tokens) expect(await shop.finish(undefined, token)).toEqual({ type: 'LinkOver' })
  })
})
