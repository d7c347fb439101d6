import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { doWrites } from '../../../kit/server/postgres/write'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import type { Subscription } from '../../../kit/server/subscriptions/subscription'
import { createServiceKey } from '../../server/auth/api-key'
import { requestSignUp } from '../../server/auth/request-sign-up'
import { type Accounts, openAccounts } from '../../testing/accounts'
import { given } from '../../testing/customers'
import { askForAddress } from './ask-for-address'
import { customerProfilesProjection } from './customer-profiles-projection'
import { findCustomer } from './customers'
import { listProfiles } from './list-profiles'
import { registerAccounts } from './register-accounts'
import { signInsSubscription } from './sign-ins'

let shop: Accounts
beforeAll(async () => {
  shop = await openAccounts()
})
afterAll(() => shop.database.close())

/** All that the log has of these people, as a follower makes rows of it. */
const follow = async ({ handler }: Subscription, ...ids: string[]) => {
  const { store, pool } = shop.database
  const all = await Promise.all(ids.map((id) => store.readStream({ type: 'customer', id })))
  if (handler.type === 'rows') await doWrites(pool, await handler.write(all.flat()))
}
const signIn = ({ email, password }: { readonly email: string; readonly password: string }) =>
  shop.auth.api.signInEmail({ body: { email, password } })

describe('a sign-in address', () => {
  it('is given to one of 32 who ask for it at once on two nodes; the others are told', async () => {
    const nodes = [shop.newNode(), shop.newNode()] as const
    const before = await shop.database.store.headPosition()
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, nth) =>
        askForAddress(nodes[nth % 2 === 0 ? 0 : 1], {
          customerId: `racer-${nth}`,
          command: { type: 'SignUp', email: 'one@example.com', name: 'Ada' },
          actor: { kind: 'guest', id: `racer-${nth}` },
        }),
      ),
    )
    expect(answers.filter(({ type }) => type === 'accepted')).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.type === 'rejected' ? [answer.rejection] : []))).toEqual(
      Array(31).fill({ type: 'EmailTaken' }),
    )
    expect(await shop.database.store.headPosition()).toBe(before + 1)
  })

  it('that somebody else has in the log leaves who follows a link the guest they were', async () => {
    const { identity, cookie } = await shop.newGuest()
    const as = shop.details()
    await requestSignUp(shop.dependencies, identity, as)
    await shop.dependencies.signUpInLog({ id: 'faster', name: 'Bea', email: as.email })
    expect(await shop.finish(identity, await shop.tokenTo(as.email))).toEqual({ type: 'EmailTaken' })
    expect(await shop.identify(cookie)).toEqual(identity)
    await expect(signIn(as)).rejects.toMatchObject({ statusCode: 401 })
  })

  it('is asked for again by who was refused, once it was given up', async () => {
    const ada = await shop.newCustomer()
    await given(shop, ada.identity.userId, { type: 'EmailChanged', data: { email: 'new@example.com' } }, [
      ada.email,
      'new@example.com',
    ])
    await follow(signInsSubscription, ada.identity.userId)
    expect(await shop.identify(ada.cookie)).toMatchObject({ email: 'new@example.com' })
    const { identity } = await shop.newGuest()
    const as = shop.details({ email: ada.email })
    await requestSignUp(shop.dependencies, identity, as)
    expect((await shop.finish(identity, await shop.tokenTo(as.email))).type).toBe('signedUp')
  })
})

describe('who is deactivated', () => {
  const deactivated = { type: 'CustomerDeactivated', data: { reason: 'Asked us to' } } as const

  it('is let in nowhere and told so, and is let in again when they are back', async () => {
    const ada = await shop.newCustomer()
    const { userId } = ada.identity
    const key = await createServiceKey(shop.auth, { role: 'shopper', name: 'a till' })
    const till = await shop.identify({ authorization: `Bearer ${key}` })
    await given(shop, userId, deactivated)
    await given(shop, till?.userId ?? '', deactivated)
    await follow(signInsSubscription, userId, till?.userId ?? '')

    expect(await shop.identify(ada.cookie)).toBeUndefined()
    expect(await shop.identify({ authorization: `Bearer ${key}` })).toBeUndefined()
    await expect(signIn({ ...ada, password: 'another of note' })).rejects.toMatchObject({ statusCode: 401 })
    await expect(signIn(ada)).rejects.toMatchObject({
      statusCode: 403,
      body: { code: 'CUSTOMER_DEACTIVATED' },
    })

    await given(shop, userId, { type: 'CustomerReactivated', data: {} })
    await follow(signInsSubscription, userId)
    expect((await signIn(ada)).user.id).toBe(userId)
  })
})

describe('the list of customers', () => {
  it('has those who came last first, a page at a time, and finds one by what may be searched', async () => {
    const { pool, store } = shop.database
    const ada = await shop.newCustomer()
    const { userId } = ada.identity
    const imported = { source: 'retail.csv', customerNumber: '17850', country: 'France' }
    await given(shop, 'retail-17850', { type: 'CustomerImported', data: imported })
    await given(shop, 'only-reminded', { type: 'RemindersAllowed', data: { by: 'page' } })
    const profiles = asSubscription(customerProfilesProjection, store)
    await follow(profiles, userId, 'retail-17850', 'only-reminded')

    const first = await listProfiles(pool, { limit: 1 })
    expect(first).toMatchObject({
      customers: [{ customerId: 'retail-17850', customerNumber: '17850', name: null }],
    })
    const second = await listProfiles(pool, { limit: 1, before: first.next ?? undefined })
    expect(second.customers).toMatchObject([{ customerId: userId, name: 'Ada', email: ada.email, spent: [] }])
    const found = async (q: string) =>
      (await listProfiles(pool, { q, limit: 5 })).customers.map((each) => each.customerId)
    expect(await found(ada.email.toUpperCase())).toEqual([userId])
    expect(await found('17850')).toEqual(['retail-17850'])
    expect(await found('retail-1')).toEqual(['retail-17850'])
    expect(await found('%')).toEqual([])
    expect(await findCustomer(pool, 'retail-17850')).toMatchObject({ carts: 0, spent: [] })
    expect(await findCustomer(pool, 'only-reminded')).toBeUndefined()
  })
})

describe('accounts from before', () => {
  it('are written down once, at the time they were made', async () => {
    const { prisma, pool, store } = shop.database
    const signedUpAt = new Date('2026-03-04T05:06:07Z')
    await prisma.user.create({
      data: { id: 'eve', name: 'Eve', email: 'Eve@example.com', isAnonymous: false },
    })
    await prisma.account.create({
      data: { id: 'e', userId: 'eve', accountId: 'eve', providerId: 'credential', createdAt: signedUpAt },
    })
    const register = () => registerAccounts({ ...shop.dependencies, pool, log: pino({ level: 'silent' }) }, 2)
    const read = () => store.readStream({ type: 'customer', id: 'eve' }) as Promise<RecordedEvent[]>
    expect(await register()).toBeGreaterThan(0)
    // The read model hasn't heard of it yet.
    await register()
    expect(await read()).toMatchObject([
      {
        type: 'CustomerSignedUp',
        data: { email: 'eve@example.com', name: 'Eve' },
        occurredAt: signedUpAt.toISOString(),
      },
    ])
    const known = (await prisma.user.findMany({ select: { id: true } })).map(({ id }) => id)
    await follow(asSubscription(customerProfilesProjection, store), ...known)
    expect(await register()).toBe(0)
  })
})
