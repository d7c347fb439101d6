import { APIError } from 'better-auth/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { noteStatements } from '../../../kit/testing/statements'
import { type Accounts, openAccounts } from '../../testing/accounts'
import { createServiceKey } from './api-key'
import { newLinkToken } from './link-token'
import { ensureOperator } from './operator'
import { requestReset } from './request-reset'
import { lookAtReset, resetPassword } from './reset-password'

let shop: Accounts
beforeAll(async () => {
  shop = await openAccounts()
})
afterAll(() => shop.database.close())

const request = (email: string) => requestReset(shop.dependencies, email)
const reset = (token: string, newPassword = 'a password after that one') =>
  resetPassword(shop.dependencies, { token, newPassword })
const signIn = (email: string, password: string) => shop.auth.api.signInEmail({ body: { email, password } })

/** A customer who has asked for another password. */
const forgetful = async () => {
  const customer = await shop.newCustomer()
  await request(customer.email)
  return { ...customer, token: await shop.tokenTo(customer.email) }
}

describe('who forgot a password', () => {
  it('chooses another one by a link, and nobody is signed in as them any more', async () => {
    const { email, password, cookie, token } = await forgetful()
    expect(await lookAtReset(shop.dependencies, token)).toEqual({ type: 'open', email })
    expect(await reset(token)).toEqual({ type: 'changed' })
    expect(await shop.identify(cookie)).toBeUndefined()
    await expect(signIn(email, password)).rejects.toMatchObject({ statusCode: 401 })
    expect((await signIn(email, 'a password after that one')).user.email).toBe(email)
  })

  it('is answered the same, after the same work, whether the address is known or not', async () => {
    const { email } = await shop.newCustomer()
    const statements = noteStatements()
    try {
      const answerFor = async (to: string) => {
        statements.take()
        return { answer: await request(to), statements: statements.take() }
      }
      const known = await answerFor(email)
      expect(known).toEqual(await answerFor('nobody-at-all@example.com'))
      expect(known).toMatchObject({ answer: { type: 'lookIntoMail', isByHand: true } })
      expect(known.statements).toHaveLength(4)
    } finally {
      statements.stop()
    }
    const [nobodys = ''] = await shop.mailsTo('nobody-at-all@example.com')
    expect(nobodys).toContain('There is no account.')
    expect(nobodys).not.toContain('#')
  })

  it('may try passwords again that were tried too often', async () => {
    const { email, token } = await forgetful()
    const { passwordTries } = shop.dependencies
    for (let nth = 0; nth < 3; nth++) passwordTries.begin(email)
    expect(passwordTries.begin(email)).toMatchObject({ type: 'TooManyTries' })
    await reset(token)
    expect(passwordTries.begin(email)).toBeUndefined()
  })

  it('of staff is no other', async () => {
    const operator = await ensureOperator(shop.auth, shop.database.prisma)
    if (!operator) throw new Error('There was one')
    await request(operator.email)
    expect(await reset(await shop.tokenTo(operator.email))).toEqual({ type: 'changed' })
    await signIn(operator.email, 'a password after that one')
  })
})

describe('a link to a new password', () => {
  it('works once, however often it is used at once', async () => {
    const { email, token } = await forgetful()
    const passwords = Array.from({ length: 6 }, (_, nth) => `password of try ${nth}`)
    const answers = await Promise.all(passwords.map((password) => reset(token, password)))
    const won = answers.flatMap(({ type }, nth) => (type === 'changed' ? [passwords[nth] ?? ''] : []))
    expect(won).toHaveLength(1)
    expect(answers.filter(({ type }) => type === 'LinkOver')).toHaveLength(5)
    await signIn(email, won[0] ?? '')
  })

  it('works alone of all that one person was sent, used at once', async () => {
    const { password } = await shop.auth.$context
    const hash = vi.spyOn(password, 'hash').mockResolvedValue('hashed')
    try {
      for (let nth = 0; nth < 10; nth++) {
        const { email, token } = await forgetful()
        await request(email)
        const tokens = [token, await shop.tokenTo(email)]
        const answers = await Promise.all(tokens.map((each) => reset(each)))
        expect(answers.map(({ type }) => type).sort()).toEqual(['LinkOver', 'changed'])
      }
    } finally {
      hash.mockRestore()
    }
  })

  it('ends with the first that is used, not with the next that is sent', async () => {
    const { email, token } = await forgetful()
    await request(email)
    const second = await shop.tokenTo(email)
    expect(await lookAtReset(shop.dependencies, token)).toMatchObject({ type: 'open' })
    expect(await reset(token)).toEqual({ type: 'changed' })
    expect(await reset(second)).toEqual({ type: 'LinkOver' })
  })

  it('works for an hour, by the time it is told', async () => {
    const { token } = await forgetful()
    const later = (ms: number) => ({ ...shop.dependencies, now: () => new Date(Date.now() + ms) })
    expect(await lookAtReset(later(3_600_000 - 60_000), token)).toMatchObject({ type: 'open' })
    expect(await lookAtReset(later(3_600_000), token)).toEqual({ type: 'LinkOver' })
    expect(
      await resetPassword(later(3_600_000), { token, newPassword: 'a password after that one' }),
    ).toEqual({
      type: 'LinkOver',
    })
  })

  it('is none for who guesses', async () => {
    for (const token of [newLinkToken(), '']) expect(await reset(token)).toEqual({ type: 'LinkOver' })
  })

  it('is still there when the password couldn’t be had, or too many others were at it', async () => {
    const { email, token } = await forgetful()
    expect(await reset(token, 'qwertyuiop')).toEqual({ type: 'PasswordTooCommon' })
    expect(await reset(token, email)).toEqual({ type: 'PasswordOfOwner' })
    const { password } = await shop.auth.$context
    const busy = new APIError('SERVICE_UNAVAILABLE', { code: 'OVERLOADED', message: 'Too many' })
    const hash = vi.spyOn(password, 'hash').mockRejectedValue(busy)
    await expect(reset(token)).rejects.toBe(busy)
    hash.mockRestore()
    expect(await reset(token)).toEqual({ type: 'changed' })
  })

  it('is sent to nobody who has no password: guests and programs', async () => {
    const { identity } = await shop.newGuest()
    await createServiceKey(shop.auth, { role: 'staff', name: 'Robot' })
    const robot = await shop.database.prisma.user.findFirstOrThrow({ where: { name: 'Robot' } })
    for (const { email } of [identity, robot]) {
      await request(email)
      expect((await shop.mailsTo(email))[0]).not.toContain('#')
    }
  })

  it('is not to be read in the database', async () => {
    const { token } = await forgetful()
    const { rows } = await shop.database.pool.query('SELECT * FROM auth_verifications')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})
