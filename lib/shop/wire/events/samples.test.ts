import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EventType } from '../../../kit/events/event-type'
import type { RecordedEvent, StoredShape } from '../../../kit/events/recorded-event'
import { findFields, replaceFields } from '../../../kit/events/replace-fields'
import { erased } from '../../../kit/kernel/erased'
import { standing } from '../../../kit/testing/event-builders'
import { cart } from '../../cart/cart'
import { customerStreamType } from '../../customer/customer-stream'
import type { CustomerEvent } from '../../customer/events'
import type { OrderEvent } from '../../order/events'
import { orderStreamType } from '../../order/order-stream'
import type { RecordedCartEvent } from '../recorded-shop-events'
import { streamTypes } from '../stream-types'
import { shopEvents } from './shop-events'

const { eventTypes, retiredEventTypes, personalFieldsOf, upcast } = shopEvents

/** Each type of streams keeps its own. */
const samples = streamTypes.all.flatMap(({ streamType }) => {
  const folder = new URL(`../../${streamType}/wire/samples/`, import.meta.url)
  return readdirSync(folder).map((file) => ({
    file,
    streamType,
    shape: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as StoredShape,
  }))
})

const isShared = (known: object | undefined): boolean => known !== undefined && 'isShared' in known

/** `ItemAdded.v1` of `ItemAdded.v1.json` and of `ItemAdded.v1.some-variant.json`. */
const subjectOf = (file: string): string => file.split('.').slice(0, 2).join('.')

describe('stored samples', () => {
  it('there is one of every version that was ever written', () => {
    const written = [...eventTypes, ...retiredEventTypes].flatMap(([type, { schemaVersion }]) =>
      Array.from({ length: schemaVersion }, (_, index) => `${type}.v${index + 1}`),
    )
    expect([...new Set(samples.map(({ file }) => subjectOf(file)))].sort()).toEqual(written.sort())
  })

  it.each(samples)('$file is what its name says, and reads in the current shape', ({ file, shape }) => {
    expect(`${shape.type}.v${shape.schemaVersion}`).toBe(subjectOf(file))
    const { type, schemaVersion, data } = upcast(standing(shape))
    const known = eventTypes.get(type)
    expect(schemaVersion).toBe(known?.schemaVersion)
    expect(known?.data.parse(data)).toEqual(data)
  })

  it.each(samples)('$file is of its type of streams', ({ streamType, shape }) => {
    const known = eventTypes.get(shape.type) ?? retiredEventTypes.get(shape.type)
    expect([streamType, ...(isShared(known) ? ['process'] : [])]).toContain(known?.streamType)
  })

  const ofCarts = samples
    .map(({ file, shape }) => ({ file, event: upcast(standing(shape)) as RecordedCartEvent }))
    .filter(({ event }) => eventTypes.get(event.type)?.streamType === 'cart')

  it.each(ofCarts)("$file folds into a cart's state", ({ event }) => {
    const before = cart.fold(cart.initial('cart-1'), beforeThat(event))
    const { version, items, status } = cart.evolve(before, event)
    expect({ status, quantities: items.map((item) => item.quantity) }).toEqual(after[event.type])
    expect(version).toBe(before.version + 1)
  })
})

/** Each sample that has something personal, as it reads of a person who was erased. */
const ofErased = samples.flatMap(({ file, shape }) => {
  const known = eventTypes.get(shape.type)
  // Older versions at the places that today's has: an upcaster may meet what was erased there.
  const fields = personalFieldsOf(shape.type, known?.schemaVersion ?? 0)
  const found = findFields(shape.data, fields).map(({ path }) => ({ path, value: erased }))
  return found.length > 0 ? [{ file, shape: { ...shape, data: replaceFields(shape.data, found) } }] : []
})

describe('stored samples of people who were erased', () => {
  it('are those of checkouts, of orders and of what customers say of themselves', () => {
    expect(ofErased.map(({ file }) => file)).toEqual([
      'CartCheckedOut.v1.json',
      'CartCheckedOut.v2.json',
      'AddressChanged.v1.json',
      'CustomerSignedUp.v1.json',
      'EmailChanged.v1.json',
      'NameChanged.v1.json',
      'PhoneChanged.v1.json',
      'OrderPlaced.v1.json',
    ])
  })

  it.each(ofErased)('$file reads in the current shape', ({ shape }) => {
    const event = upcast(standing(shape))
    const { data } = eventTypes.get(event.type) as EventType
    expect(data.parse(event.data)).toEqual(event.data)
    expect(JSON.stringify(event.data)).toContain('$erased')
  })

  it.each(ofErased)('$file folds', ({ shape }) => {
    const event = upcast(standing(shape))
    if (event.type === 'OrderPlaced') {
      const placed = event as RecordedEvent<OrderEvent>
      expect(orderStreamType.evolve(orderStreamType.initial('cart-1'), placed).status).toBe('placed')
    } else if (eventTypes.get(event.type)?.streamType === 'customer') {
      const said = event as RecordedEvent<CustomerEvent>
      const after = customerStreamType.evolve(customerStreamType.initial('ann'), said)
      expect(JSON.stringify(after)).toContain('$erased')
    } else {
      const checkedOut = event as RecordedCartEvent
      const events = [...beforeThat(checkedOut), checkedOut]
      expect(cart.fold(cart.initial('cart-1'), events).status).toBe('checkedOut')
    }
  })
})

const sampleEvent = (file: string): RecordedCartEvent =>
  upcast(standing(samples.find((sample) => sample.file === file)?.shape as StoredShape)) as RecordedCartEvent

const beforeThat = (event: RecordedCartEvent): RecordedCartEvent[] =>
  event.type === 'CartCreated'
    ? []
    : event.type === 'ItemAdded'
      ? [sampleEvent('CartCreated.v1.json')]
      : [sampleEvent('CartCreated.v1.json'), sampleEvent('ItemAdded.v1.json')]

const after: Record<RecordedCartEvent['type'], object> = {
  CartCreated: { status: 'active', quantities: [] },
  ItemAdded: { status: 'active', quantities: [2] },
  ItemRemoved: { status: 'active', quantities: [1] },
  ItemQuantityChanged: { status: 'active', quantities: [4] },
  ItemRepriced: { status: 'active', quantities: [2] },
  CartRestored: { status: 'active', quantities: [2] },
  CartCheckedOut: { status: 'checkedOut', quantities: [2] },
  CartAbandoned: { status: 'abandoned', quantities: [2] },
  CartReopened: { status: 'active', quantities: [2] },
}
