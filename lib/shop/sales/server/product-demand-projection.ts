import { exhaustive } from '../../../kit/kernel/exhaustive'
import type { Projection } from '../../../kit/server/projections/projection'
import { addTo, writeRows } from '../../../kit/server/projections/write-rows'
import { type CartChange, createCartStates } from '../../cart/server/cart-states'
import { quantityOf } from '../../cart/state'

/** `product_demand`: how many pieces were put into carts, taken out again, bought, and left in abandoned carts. */
export const productDemandProjection: Projection = {
  name: 'product_demand',
  tables: ['product_demand'],
  filter: { streamTypes: ['cart'] },
  begin: (streams) => {
    const follow = createCartStates(streams)
    return async (events) => {
      const rows = new Map<string, Demand>()
      for (const step of await follow(events)) count(rows, step)
      return writeRows(target, rows)
    }
  },
}

interface Demand {
  readonly product_id: string
  added: number
  removed: number
  bought: number
  abandoned: number
}

const target = {
  table: 'product_demand',
  key: 'product_id',
  onConflict: addTo('added', 'removed', 'bought', 'abandoned'),
}

const demandOf = (rows: Map<string, Demand>, productId: string): Demand => {
  const demand = rows.get(productId) ?? {
    product_id: productId,
    added: 0,
    removed: 0,
    bought: 0,
    abandoned: 0,
  }
  rows.set(productId, demand)
  return demand
}

const countChange = (rows: Map<string, Demand>, { before, after }: CartChange, productId: string): void => {
  const change = quantityOf(after, productId) - quantityOf(before, productId)
  demandOf(rows, productId)[change > 0 ? 'added' : 'removed'] += Math.abs(change)
}

const count = (rows: Map<string, Demand>, step: CartChange): void => {
  const { event, after } = step
  switch (event.type) {
    case 'CartCreated':
    case 'ItemRepriced':
      return
    case 'ItemAdded':
    case 'ItemRemoved':
    case 'ItemQuantityChanged':
      countChange(rows, step, event.data.productId)
      return
    case 'CartRestored':
      // The events before it have done it all.
      return
    case 'CartCheckedOut':
      for (const { productId, quantity } of after.items) demandOf(rows, productId).bought += quantity
      return
    case 'CartAbandoned':
      for (const { productId, quantity } of after.items) demandOf(rows, productId).abandoned += quantity
      return
    case 'CartReopened':
      for (const { productId, quantity } of after.items) demandOf(rows, productId).abandoned -= quantity
      return
    default:
      exhaustive(event)
  }
}
