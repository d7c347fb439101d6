import { beforeEach, expect, it } from 'vitest'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { handlerOver } from '../../../kit/testing/handler'
import type { PrismaClient } from '../../server/generated/prisma/client'
import { cartStream, customerStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { shopEvents } from '../../wire/events/shop-events'
import { cartReminder, type SendReminder } from './cart-reminder'
import { createUnsubscribe } from './unsubscribe'

type Sent = Parameters<SendReminder>
const unsubscribe = createUnsubscribe('a secret for tests')
const toUrl = (path: string, token?: string) => `https://shop.example.com${path}${token ? `#${token}` : ''}`
const effect = {
  id: 'effect-1',
  payload: { cartId: 'cart-1' },
  process: { type: 'abandonment', id: 'cart-1' },
  cause: { correlationId: 'story-1', causationId: 'event-1' },
}

let store: ReturnType<typeof createMemoryStore>
let sent: Sent[]
beforeEach(() => {
  store = createMemoryStore(shopEvents)
  sent = []
})

const append = async (stream: { type: string; id: string }, ...events: Parameters<typeof newEvent>[0][]) => {
  await store.append({ stream, expectedVersion: 'any', events: events.map((event) => newEvent(event)) })
}
const allowed = { type: 'RemindersAllowed', data: { by: 'page' } } as never
const stopped = { type: 'RemindersStopped', data: { by: 'link' } } as never
const ann = { id: 'c-1', email: 'ann@example.com', isAnonymous: false, emailVerified: true }

const remind = (user: object | null = ann) => {
  const { aggregates } = handlerOver(store, shopEvents)
  const prisma = { user: { findUnique: async () => user } } as unknown as PrismaClient
  const send: SendReminder = async (...mail) => void sent.push(mail)
  return cartReminder({ aggregates, prisma, unsubscribe, toUrl, send }).run(
    effect,
    new AbortController().signal,
  )
}

it('a reminder goes to the cart’s owner, with a link and a header that stop them, and tells the log nothing of whom', async () => {
  await append(cartStream('cart-1'), cartCreated('c-1'), itemAdded('mug', 2))
  await append(customerStream('c-1'), allowed)
  expect(await remind()).toEqual({ sent: true })
  const [[id, to, letter, headers]] = sent as [Sent]
  expect([id, to]).toEqual(['effect-1', 'ann@example.com'])
  expect(letter.paragraphs.join()).toContain('2 x')
  const token = unsubscribe.tokenOf('c-1')
  expect(letter.links.map(({ url }) => url)).toEqual([toUrl('/'), toUrl('/reminders', token)])
  expect(headers).toEqual({
    'List-Unsubscribe': `<https://shop.example.com/api/reminders/stop?token=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
})

it.each<[string, () => Promise<void>, object | null, object]>([
  ['who never said so', async () => undefined, ann, { sent: false, why: 'stopped' }],
  [
    'who no longer likes them',
    () => append(customerStream('c-1'), allowed, stopped),
    ann,
    { sent: false, why: 'stopped' },
  ],
  [
    'without an address',
    () => append(customerStream('c-1'), allowed),
    { ...ann, isAnonymous: true },
    { sent: false, why: 'noAddress' },
  ],
  [
    'at an address that may be somebody else’s',
    () => append(customerStream('c-1'), allowed),
    { ...ann, emailVerified: false },
    { sent: false, why: 'noAddress' },
  ],
  ['who is gone', () => append(customerStream('c-1'), allowed), null, { sent: false, why: 'noAddress' }],
  [
    'whose cart is closed by now',
    () => append(cartStream('cart-1'), { type: 'CartAbandoned', data: { reason: 'r' } } as never),
    ann,
    { sent: false, why: 'closed' },
  ],
])('nobody is reminded %s', async (_, before, user, answer) => {
  await append(cartStream('cart-1'), cartCreated('c-1'), itemAdded('mug', 2))
  await before()
  expect(await remind(user)).toEqual(answer)
  expect(sent).toEqual([])
})
