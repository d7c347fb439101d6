import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extendHistory } from '../../../kit/history/history'
import { lineRequest } from '../../testing/cart-requests'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { cart } from '../cart'
import type { CartCommand, Offers } from '../commands'
import type { CartRequest } from '../wire/commands'
import { anEntry, decided } from './cart-entry-samples'
import { emptyCartLog } from './cart-log'

const price = fc.constantFrom(100, 150, 200)
const prices = fc.record({ mug: price, tea: price, pen: price })
const shown = fc.option(price, { nil: undefined })
const requests = fc.array(fc.record({ request: lineRequest, shown }), { maxLength: 12 })

const usd = (amount: number) => ({ amount, currency: 'USD' })
const naming = (request: CartRequest, amount: number | undefined): CartRequest =>
  request.type === 'AddItem' && amount ? { ...request, unitPrice: usd(amount) } : request

it('what a page shows is what the server will decide, at whatever prices it knows of', () => {
  let repriced = 0
  fc.assert(
    fc.property(prices, prices, requests, (then, now, asked) => {
      const { history } = emptyCartLog('cart-1')
      const log = extendHistory(
        history,
        recorded([cartCreated(), itemAdded('mug', 2, then.mug), itemAdded('tea', 1, then.tea)]),
      )
      const offers: Offers = new Map(
        Object.entries(now).map(([id, amount]) => [id, { name: `The ${id}`, unitPrice: usd(amount) }]),
      )
      const entries = asked.map(({ request, shown }) => anEntry(naming(request, shown)))

      let state = log.head
      for (const { request } of entries) {
        const command = (
          request.type === 'AddItem'
            ? { ...request, offers, product: offers.get(request.productId) }
            : { ...request, offers }
        ) as CartCommand
        const decision = cart.decide(command, state)
        if (decision.type === 'accepted') state = cart.fold(state, decision.events)
      }

      const optimistic = decided(log, entries, offers)
      expect(optimistic.state).toEqual(state)
      repriced += optimistic.events.filter(({ event }) => event.type === 'ItemRepriced').length
      if (optimistic.events.length === 0) return
      for (const { productId, unitPrice } of optimistic.state.items) {
        expect(unitPrice).toEqual(offers.get(productId)?.unitPrice)
      }
    }),
  )
  expect(repriced).toBeGreaterThan(10)
})
