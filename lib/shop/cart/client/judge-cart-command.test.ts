import { describe, expect, it } from 'vitest'
import { extendHistory } from '../../../kit/history/history'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { add, anEntry, judged, less, restore } from './cart-entry-samples'
import { emptyCartLog } from './cart-log'

const cartWith = (mugs: number) =>
  extendHistory(emptyCartLog('cart-1').history, recorded([cartCreated(), itemAdded('mug', mugs)]))
const taken = (...mergeable: string[]) => ({ type: 'taken', mergeable: new Set(mergeable) })

describe('a command that is asked for', () => {
  it('is refused on what is shown, before it is sent', () => {
    const rejection = { type: 'MaxQuantityExceeded', max: 10, requested: 11 }
    expect(judged(cartWith(9), [anEntry(add())], anEntry(add()))).toEqual({
      type: 'refused',
      rejection,
    })
  })

  it('may be merged with what is on its way and let through', () => {
    const [first, second] = [anEntry(add(5)), anEntry(add())]
    expect(judged(cartWith(2), [first], second)).toEqual(taken(first.commandId))
    expect(judged(cartWith(8), [first], second)).toEqual(taken())
  })

  it('is not merged where its line is gone or not there yet', () => {
    expect(judged(cartWith(1), [anEntry(less())], anEntry(add()))).toEqual(taken())
  })

  it('is not merged where its product has two prices: one taken out and one put in are not nothing then', () => {
    const dearer = { name: 'The mug', unitPrice: { amount: 2000, currency: 'USD' } }
    expect(judged(cartWith(3), [anEntry(less())], anEntry(add(), { product: dearer }))).toEqual(taken())
    expect(judged(cartWith(3), [anEntry(add(), { product: dearer })], anEntry(less()))).toEqual(taken())
  })

  it('is left to the server where that may know of versions this page has not seen', () => {
    const undo = anEntry(restore(1), { expectedVersion: 7 })
    expect(judged(cartWith(1), [], undo)).toEqual(taken())
  })
})
