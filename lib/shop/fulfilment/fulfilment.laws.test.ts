import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountIdOf } from '../account/account-stream'
import { balanceOf } from '../order/balance'
import type { OrderCommand } from '../order/commands'
import { unshipped } from '../order/state'
import { testCards } from '../payment/test-cards'
import { openWorld, type World } from '../testing/fulfilment-world'
import { line, placeOrder, plainAmounts, usd } from '../testing/orders'

const given = 4_000
const accountId = accountIdOf('ann', 'USD')

const quantity = fc.integer({ min: 1, max: 3 })
const lineId = fc.constantFrom('1', '2')
const lines = fc.tuple(lineId, quantity).map(([lineId, quantity]) => [{ lineId, quantity }])
const reason = 'Changed their mind'

/** What staff and shopper ask of an order. */
const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  lines.map((lines) => ({ type: 'ShipOrder', lines }) as const),
  lines.map((lines) => ({ type: 'CancelItems', lines, reason }) as const),
  lines.map((lines) => ({ type: 'ReturnItems', lines, reason, restock: true }) as const),
  fc.constant({ type: 'DeliverOrder' } as const),
  fc.constant({ type: 'CancelOrder', reason, cancelledBy: 'staff' } as const),
  fc.constant({ type: 'ConfirmOrder', by: 'staff', at: '2026-11-30T12:00:00.000Z' } as const),
  quantity.map((quantity) => {
    const lines = [line('1', quantity, 1_000)]
    return { type: 'UpdateItems', lines, amounts: plainAmounts(lines, 500) } as const
  }),
  fc
    .tuple(fc.constantFrom('card' as const, 'credit' as const), fc.integer({ min: 1, max: 3_000 }), fc.uuid())
    .map(
      ([to, amount, refundId]) =>
        ({ type: 'IssueRefund', refundId, amount: usd(amount), to, reason }) as const,
    ),
)

/** What happens: something is asked of the order, or one thing is heard, done, or done with nobody there to hear of it. */
const happening = fc.oneof(
  { weight: 2, arbitrary: command.map((command) => ({ type: 'asked', command }) as const) },
  { weight: 6, arbitrary: fc.constant({ type: 'heard' } as const) },
  { weight: 8, arbitrary: fc.nat(10).map((nth) => ({ type: 'done', nth }) as const) },
  { weight: 3, arbitrary: fc.nat(10).map((nth) => ({ type: 'lost', nth }) as const) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 600_000 }).map((ms) => ({ type: 'passed', ms }) as const),
  },
  { weight: 1, arbitrary: fc.boolean().map((isApproved) => ({ type: 'answered', isApproved }) as const) },
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

const behaviours = testCards.filter(({ behaviour }) => behaviour !== 'expire' && behaviour !== 'twice')
const card = fc.constantFrom(...behaviours.map(({ number }) => number))

const happen = async (world: World, what: Happening): Promise<void> => {
  switch (what.type) {
    case 'asked':
      return void (await world.send(what.command))
    case 'heard': {
      const [event] = await world.unheard()
      return event && world.hear(event)
    }
    case 'done':
    case 'lost': {
      const due = await world.due()
      const request = due[what.nth % due.length]
      if (!request) return
      // Whoever is killed now did it, and nobody knows.
      return what.type === 'done'
        ? world.perform(request)
        : void (await world.run(request).catch(() => undefined))
    }
    case 'passed':
      return world.pass(what.ms)
    case 'answered': {
      const { awaited } = (await world.state()).own
      if (awaited) await world.provider.confirm(awaited.paymentId, what.isApproved)
    }
  }
}

const sum = (of: readonly { readonly amount: number }[]) =>
  of.reduce((total, { amount }) => total + amount, 0)

it('whatever happens in whichever order, and is done again: what was charged is what the order says, once', async () => {
  await fc.assert(
    fc.asyncProperty(
      card,
      fc.constantFrom(0, 1_500, 8_500),
      fc.array(happening, { maxLength: 60 }),
      async (number, credit, happenings) => {
        const world = openWorld()
        await world.give(
          accountId,
          { type: 'OpenAccount', owner: 'ann', currency: 'USD' },
          { type: 'DepositMoney', amount: usd(given), description: 'A gift' },
        )
        const reference = await world.card(number)
        const payment = { method: 'card', reference, ...(credit > 0 && { credit: usd(credit) }) }
        await world.send(placeOrder({ payment, editableUntil: '2026-11-30T12:00:00.000Z' }))
        for (const what of happenings) await happen(world, what)
        await world.settle()

        const order = await world.order()
        const known = new Map(order.payments.map((each) => [each.paymentId, each]))
        for (const outside of world.payments()) {
          const inside = known.get(outside.paymentId)
          const [captured, refunded] = [sum(outside.captures), sum(outside.refunds)]
          expect(captured).toBe(inside?.captured ?? 0)
          const atCards = order.refunds.filter(({ to }) => to === 'card')
          expect(refunded).toBe(sum(atCards.map(({ amount }) => amount)))
          // Nothing is kept on a card that the order doesn't know of, or needs no more.
          if (outside.status === 'authorised') expect(inside).toBeDefined()
          if (inside && inside.authorised === inside.captured + inside.released)
            expect(outside.status).toBe('over')
        }
        const balance = balanceOf(order)
        const isSent = order.shipments.length > 0 && order.lines.every((each) => unshipped(each) === 0)
        if (order.status === 'cancelled') {
          expect([balance.held.amount, balance.refundable.amount]).toEqual([0, 0])
        } else if (isSent && balance.toAuthorise.amount === 0) {
          expect(balance.held.amount).toBe(0)
        }

        const account = await world.account(accountId)
        const byCredit = order.payments.filter(({ provider }) => provider === 'credit')
        const toCredit = order.refunds.filter(({ to }) => to === 'credit')
        expect(account.balance.amount).toBe(
          given -
            byCredit.reduce((total, { captured }) => total + captured, 0) +
            sum(toCredit.map(({ amount }) => amount)),
        )
        expect(sum(account.holds.map(({ amount }) => amount))).toBe(
          byCredit.reduce((total, each) => total + each.authorised - each.captured - each.released, 0),
        )
        const { own } = await world.state()
        expect(own.status).toBe('resting')
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
