import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleCommand } from '../../../kit/server/commands/handle'
import type { Sql } from '../../../kit/server/postgres/sql'
import { createPostgresStore } from '../../../kit/server/store/postgres-store'
import { testCodec } from '../../../testing/codec'
import { checkedOut } from '../../../testing/events'
import { handlerOver } from '../../../testing/handler'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { CartCommand } from '../commands'
import { storedCart } from '../wire/stored-cart'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

describe('what a command costs', () => {
  /** The statements of one command after another by a person nobody knows yet. */
  const statementsOf = async (commands: readonly CartCommand[]): Promise<number[]> => {
    let statements = 0
    const sql = {
      query: (...asked: unknown[]) => {
        statements++
        return (database.pool.query as (...asked: unknown[]) => unknown)(...asked)
      },
    } as unknown as Sql
    const handler = handlerOver(createPostgresStore(sql, testCodec(sql)))
    const actor = { kind: 'customer', id: uuidv7() } as const
    const counts: number[] = []
    for (const cartId of [uuidv7(), uuidv7()]) {
      for (const command of commands) {
        const before = statements
        const handled = await handleCommand(handler, storedCart, { streamId: cartId, command, actor })
        expect(handled.type).toBe('accepted')
        counts.push(statements - before)
      }
    }
    return counts
  }

  it('is one statement more for the first checkout of a person, and no other', async () => {
    const { shippingAddress } = checkedOut().data
    const product = { name: 'Mug', unitPrice: { amount: 1599, currency: 'USD' } }
    const counts = await statementsOf([
      { type: 'CreateCart', customerId: 'c' },
      { type: 'AddItem', productId: 'mug', quantity: 1, product },
      { type: 'Checkout', paymentMethod: 'card', shippingAddress },
    ])
    // A stream is read when it is first heard of.
    expect(counts).toEqual([2, 1, 2, 2, 1, 1])
  })
})
