import { cart } from '../../domain/cart/cart'
import { type CartState, cartTotal, itemCount } from '../../domain/cart/state'
import type { RecordedCartEvent, RecordedEvent } from '../../protocol/recorded-event'
import type { Projection, Transaction } from './projection'

interface Summary {
  state: CartState
  createdPosition: number
  createdAt: string
  updatedAt: string
}

/** `carts`: one row for each cart, to list and to find. */
export const cartsProjection: Projection = {
  name: 'carts',
  apply: async (transaction, events) => {
    const ofCarts = events.filter((event) => event.streamType === 'cart') as RecordedCartEvent[]
    if (ofCarts.length === 0) return
    const summaries = await loadSummaries(transaction, ofCarts)
    for (const event of ofCarts) {
      const known = summaries.get(event.streamId)
      const before = known?.state ?? cart.initial(event.streamId)
      if (event.version <= before.version) continue
      summaries.set(event.streamId, {
        state: cart.evolve(before, event),
        createdPosition: known?.createdPosition ?? event.position,
        createdAt: known?.createdAt ?? event.occurredAt,
        updatedAt: event.occurredAt,
      })
    }
    await saveSummaries(transaction, [...summaries.values()])
  },
}

const loadSummaries = async (
  transaction: Transaction,
  events: readonly RecordedEvent[],
): Promise<Map<string, Summary>> => {
  const ids = [...new Set(events.map((event) => event.streamId))]
  const rows = await transaction.cartSummary.findMany({ where: { cartId: { in: ids } } })
  return new Map(
    rows.map((row) => [
      row.cartId,
      {
        state: row.state as unknown as CartState,
        createdPosition: Number(row.createdPosition),
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      },
    ]),
  )
}

const saveSummaries = async (transaction: Transaction, summaries: readonly Summary[]): Promise<void> => {
  const rows = summaries.map(({ state, createdPosition, createdAt, updatedAt }) => {
    const total = cartTotal(state)
    return {
      cart_id: state.id,
      customer_id: state.customerId,
      status: state.status,
      item_count: itemCount(state),
      total_amount: total.amount,
      currency: total.currency,
      version: state.version,
      state,
      created_position: createdPosition,
      created_at: createdAt,
      updated_at: updatedAt,
    }
  })
  await transaction.$executeRaw`
    INSERT INTO carts SELECT * FROM jsonb_populate_recordset(null::carts, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (cart_id) DO UPDATE SET
      customer_id = excluded.customer_id, status = excluded.status, item_count = excluded.item_count,
      total_amount = excluded.total_amount, currency = excluded.currency, version = excluded.version,
      state = excluded.state, updated_at = excluded.updated_at
    WHERE carts.version < excluded.version`
}
