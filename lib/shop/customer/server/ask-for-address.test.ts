import { v4 as uuidv4 } from 'uuid'
import { beforeEach, expect, it } from 'vitest'
import type { EventStore } from '../../../kit/server/store/event-store'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { handlerOver } from '../../../kit/testing/handler'
import { shopEvents } from '../../wire/events/shop-events'
import { createAddressTag } from './address-tag'
import { type AddressDependencies, askForAddress } from './ask-for-address'

const addressTag = createAddressTag('a secret for tests')
const node = (store: EventStore): AddressDependencies => ({ ...handlerOver(store, shopEvents), addressTag })

let store: EventStore
let here: AddressDependencies
beforeEach(() => {
  store = createMemoryStore(shopEvents)
  here = node(store)
})

const ask = (
  customerId: string,
  email: string,
  more: { commandId?: string; type?: 'ChangeEmail'; expectedVersion?: number; on?: AddressDependencies } = {},
) => {
  const { type = 'SignUp', on = here, ...delivery } = more
  const command = type === 'SignUp' ? { type: 'SignUp' as const, email, name: 'Ada' } : { type, email }
  return askForAddress(on, {
    customerId,
    command,
    actor: { kind: 'customer', id: customerId },
    ...delivery,
  })
}

const taken = { type: 'rejected', rejection: { type: 'EmailTaken' } }

it('of 32 on two nodes who ask for one address at once, one gets it and the others are told', async () => {
  const there = node(store)
  const ids = Array.from({ length: 32 }, (_, nth) => `guest-${nth}`)
  const answers = await Promise.all(
    ids.map((id, nth) => ask(id, 'ada@example.com', { on: nth % 2 === 0 ? here : there })),
  )
  expect(answers.filter(({ type }) => type === 'accepted')).toHaveLength(1)
  expect(answers.filter(({ type }) => type === 'rejected')).toEqual(Array(31).fill(taken))
  expect(await store.headPosition()).toBe(1)
})

it('an address that was given up is free again, for one', async () => {
  await ask('ann', 'a@example.com')
  expect(await ask('ben', 'a@example.com')).toEqual(taken)
  expect(await ask('ann', 'b@example.com', { type: 'ChangeEmail' })).toMatchObject({ type: 'accepted' })
  const [ben, cay] = await Promise.all([ask('ben', 'a@example.com'), ask('cay', 'a@example.com')])
  expect([ben.type, cay.type].sort()).toEqual(['accepted', 'rejected'])
  expect(await ask('ann', 'a@example.com', { type: 'ChangeEmail' })).toEqual(taken)
})

it('two who would take each other’s address at once both stay as they are, or one moves first', async () => {
  await ask('ann', 'a@example.com')
  await ask('ben', 'b@example.com')
  const answers = await Promise.all([
    ask('ann', 'b@example.com', { type: 'ChangeEmail' }),
    ask('ben', 'a@example.com', { type: 'ChangeEmail' }),
  ])
  expect(answers).toEqual([taken, taken])
})

it('is done once, however often it is sent, and answers the same', async () => {
  const commandId = uuidv4()
  const first = await ask('ann', 'a@example.com', { commandId })
  expect(await ask('ann', 'a@example.com', { commandId })).toEqual(first)
  expect(await ask('ann', 'other@example.com', { commandId })).toEqual({ type: 'reused' })
  expect(await store.headPosition()).toBe(1)
})

it('insists on the version that the sender saw', async () => {
  await ask('ann', 'a@example.com')
  expect(await ask('ann', 'b@example.com', { type: 'ChangeEmail', expectedVersion: 3 })).toEqual({
    type: 'conflict',
    expected: 3,
    actual: 1,
  })
})

it('says nothing of an address to who has the log without the secret', async () => {
  await ask('ann', 'a@example.com')
  await ask('ann', 'b@example.com', { type: 'ChangeEmail' })
  const tags = (await store.readAll({ limit: 10 })).map((event) => event.tags)
  expect(JSON.stringify(tags)).not.toContain('example')
  expect(tags[1]).toHaveLength(2)
  expect(createAddressTag('another secret')('a@example.com')).not.toBe(addressTag('a@example.com'))
  expect(addressTag(' A@Example.com')).toBe(addressTag('a@example.com'))
})
