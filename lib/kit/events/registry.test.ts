import { describe, expect, it } from 'vitest'
import { shopEvents } from '../../shop/wire/events/shop-events'

const { currentVersionOf, eventTypes, retiredEventTypes, storedTypesOf } = shopEvents

describe('the registry of events', () => {
  it.each([...eventTypes, ...retiredEventTypes])(
    '%s has an upcaster from each older version',
    (_type, known) => {
      const older = Array.from({ length: known.schemaVersion - 1 }, (_, index) => String(index + 1))
      expect(Object.keys(known.upcasters ?? {})).toEqual(older)
    },
  )

  it.each([...retiredEventTypes])('%s becomes a version that another type has had', (type, { becomes }) => {
    const next = eventTypes.get(becomes.type) ?? retiredEventTypes.get(becomes.type)
    expect(eventTypes.has(type)).toBe(false)
    expect(becomes.schemaVersion).toBeLessThanOrEqual(next?.schemaVersion ?? 0)
  })

  it('says the version new events are written with', () => {
    expect(currentVersionOf('CartCreated')).toBe(1)
    expect(currentVersionOf('CartCheckedOut')).toBe(2)
    expect(() => currentVersionOf('CustomerRegistered')).toThrow(/CustomerRegistered/)
  })

  it('says under which types the events of a type stand in the log', () => {
    expect(storedTypesOf('ItemAdded')).toEqual(['ItemAdded'])
    expect(storedTypesOf('CustomerImported')).toEqual(['CustomerImported', 'CustomerRegistered'])
  })
})
