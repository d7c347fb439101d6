import { describe, expect, it } from 'vitest'
import { itemAdded, recorded } from '../../testing/events'
import type { OfferedProduct } from '../commands'
import type { CartEvent } from '../events'
import { noOffers, offersIn, offersOf, withOffers } from './offers'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const mug = (amount: number): [string, OfferedProduct] => ['mug', { name: 'The mug', unitPrice: usd(amount) }]
const by = (kind: 'customer' | 'staff' | 'import', ...events: CartEvent[]) =>
  recorded(events).map((event) => ({
    ...event,
    metadata: { ...event.metadata, actor: { kind, id: 'somebody' } },
  }))

describe('what a page knows of the catalogue', () => {
  it('is what it heard last, and the very same where it heard nothing new', () => {
    const known = withOffers(noOffers, [mug(100)])
    expect(withOffers(known, [mug(100)])).toBe(known)
    expect(withOffers(known, [mug(150)])).toEqual(new Map([mug(150)]))
    expect(known).toEqual(new Map([mug(100)]))
  })

  it('follows what shoppers’ events say was asked, not what was imported', () => {
    const repriced: CartEvent = {
      type: 'ItemRepriced',
      data: { productId: 'mug', oldPrice: usd(100), newPrice: usd(150) },
    }
    const known = new Map([mug(100)])
    expect(offersIn(by('customer', itemAdded('mug', 2, 120), repriced), known)).toEqual([mug(120), mug(150)])
    expect(offersIn(by('import', itemAdded('mug', 2, 120)), known)).toEqual([])
  })

  it('follows what is refused for it', () => {
    const known = new Map([mug(100)])
    const changed = { productId: 'mug', shown: usd(100), actual: usd(150) }
    expect(offersOf({ type: 'PriceChanged', ...changed }, known, [])).toEqual([mug(150)])
    const seen = { version: 2, total: usd(100) }
    const repriced = [{ productId: 'mug', oldPrice: usd(100), newPrice: usd(150) }]
    expect(offersOf({ type: 'SeenChanged', seen, actual: seen, repriced }, known, [])).toEqual([mug(150)])
    expect(offersOf({ type: 'SeenChanged', seen, actual: seen }, known, [])).toEqual([])
    expect(offersOf({ type: 'CartEmpty' }, known, [])).toEqual([])
  })

  it('a closing that is refused for other lines leaves the rest at their own prices', () => {
    const line = (productId: string, amount: number) => ({
      productId,
      productName: `The ${productId}`,
      quantity: 1,
      unitPrice: usd(amount),
    })
    const seen = { version: 2, total: usd(100) }
    const lines = [line('mug', 120), line('lamp', 50), line('lamp', 60), line('chair', 10)]
    const repriced = [{ productId: 'chair', oldPrice: usd(10), newPrice: usd(11) }]
    const heard = offersOf({ type: 'SeenChanged', seen, actual: seen, repriced }, noOffers, lines)
    const known = new Map([mug(100), ['lamp', { name: 'The lamp', unitPrice: usd(1) }] as const])
    expect(withOffers(known, heard)).toEqual(
      new Map([mug(120), ['chair', { name: 'chair', unitPrice: usd(11) }]]),
    )
  })
})
