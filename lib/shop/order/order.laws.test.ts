import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountOfPieces } from '../amounts/amounts'
import { type Money, money } from '../money'
import { line, placeOrder, plainAmounts, usd } from '../testing/orders'
import { balanceOf } from './balance'
import type { OrderCommand, PlaceOrder } from './commands'
import type { LineQuantity, OrderEvent } from './events'
import { orderStreamType as order } from './order-stream'
import type { OrderState } from './state'

const amount = fc.integer({ min: 1, max: 2_500 }).map(usd)
const pieces = fc.array(
  fc.record({
    lineId: fc.constantFrom('1', '1', '2', '3', 'none'),
    quantity: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const reason = fc.constantFrom('Chipped', 'Sold out')
const paymentId = fc.constantFrom('p1', 'p2', 'hold')

const lines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lines) => lines.map(([quantity, price], place) => line(`${place + 1}`, quantity, price)))

/** Each line comes to a little less than its pieces, so that parts of it have to be rounded. */
const ordered = fc.tuple(lines, fc.nat(7), fc.nat(300)).map(([lines, off, shipping]) => {
  const plain = plainAmounts(lines, shipping)
  const cheaper = plain.lines.map((each) => ({ ...each, total: usd(Math.max(0, each.total.amount - off)) }))
  const total = usd(cheaper.reduce((sum, { total }) => sum + total.amount, shipping))
  return { lines, amounts: { ...plain, lines: cheaper, total } }
})

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  ordered.map((made): OrderCommand => ({ type: 'UpdateItems', ...made })),
  fc.record({
    type: fc.constant('RecordAuthorisation' as const),
    paymentId,
    provider: fc.constant('test'),
    amount,
  }),
  fc.record({
    type: fc.constant('RecordCapture' as const),
    paymentId,
    captureId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    amount,
  }),
  fc.record({
    type: fc.constant('RecordRelease' as const),
    paymentId,
    amount: fc.option(amount, { nil: undefined }),
  }),
  fc.constant<OrderCommand>({
    type: 'RecordPaymentFailure',
    provider: 'test',
    code: 'declined',
    message: 'No',
  }),
  fc.record({
    type: fc.constant('ConfirmOrder' as const),
    by: fc.constantFrom('window' as const, 'staff' as const),
    at: fc.constantFrom('2026-11-30T12:00:00.000Z', '2026-11-30T13:00:00.000Z'),
  }),
  fc.record({ type: fc.constant('ShipOrder' as const), lines: fc.option(pieces, { nil: undefined }) }),
  fc.record({
    type: fc.constant('DeliverOrder' as const),
    shipment: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('CancelItems' as const), lines: pieces, reason }),
  fc.record({ type: fc.constant('RequestReturn' as const), lines: pieces, reason }),
  fc.record({ type: fc.constant('ReturnItems' as const), lines: pieces, reason, restock: fc.boolean() }),
  fc.record({
    type: fc.constant('IssueRefund' as const),
    refundId: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    amount,
    to: fc.constantFrom('card' as const, 'credit' as const),
    reason,
  }),
)

const rare = fc.record({
  type: fc.constant('CancelOrder' as const),
  reason,
  cancelledBy: fc.constantFrom('customer' as const, 'staff' as const),
})

const commands = fc.array(fc.oneof({ arbitrary: command, weight: 40 }, { arbitrary: rare, weight: 1 }), {
  minLength: 10,
  maxLength: 60,
})

/** Corrections say what they saw: it is taken from the order, as a page would. */
const correction = (state: OrderState, newAmount: number): OrderCommand => ({
  type: 'CorrectAmount',
  corrects: '1',
  oldAmount: state.amounts.lines[0]?.total ?? usd(0),
  newAmount: usd(newAmount),
  reason: 'Wrong',
})

const play = (made: Pick<PlaceOrder, 'lines' | 'amounts'>, asked: readonly OrderCommand[]) => {
  const states: OrderState[] = [order.initial('stream-1')]
  const events: OrderEvent[] = []
  for (const [step, each] of [placeOrder(made), ...asked].entries()) {
    const state = states.at(-1) as OrderState
    const decision = order.decide(step % 11 === 10 ? correction(state, step * 7) : each, state)
    if (decision.type === 'rejected') continue
    for (const event of decision.events) {
      events.push(event)
      states.push(order.evolve(states.at(-1) as OrderState, event))
    }
  }
  return { states, events }
}

/**
 * What is outstanding, told from the events alone: the price of what the customer keeps less what they paid, where what was
 * refunded ahead isn't asked for again.
 */
const outstandingBy = (events: readonly OrderEvent[]): number => {
  let amounts = plainAmounts([])
  let kept = new Map<string, { from: number; to: number }>()
  let isCancelled = false
  let paid = 0
  let ahead = 0
  const dueNow = () =>
    isCancelled
      ? 0
      : amounts.lines.reduce((sum, each) => {
          const { from, to } = kept.get(each.lineId) ?? { from: 0, to: 0 }
          return sum + amountOfPieces(each, from, to).amount
        }, amounts.shipping.total.amount)
  const shrink = (by: readonly LineQuantity[], end: 'from' | 'to') => {
    for (const { lineId, quantity } of by) {
      const piece = kept.get(lineId)
      if (piece) piece[end] += end === 'from' ? quantity : -quantity
    }
  }
  for (const event of events) {
    const before = dueNow()
    if (event.type === 'OrderPlaced' || event.type === 'OrderItemsUpdated') {
      amounts = event.data.amounts
      kept = new Map(event.data.lines.map(({ lineId, quantity }) => [lineId, { from: 0, to: quantity }]))
    }
    if (event.type === 'QuantityCancelled') shrink(event.data.lines, 'to')
    if (event.type === 'OrderReturned') shrink(event.data.lines, 'from')
    if (event.type === 'OrderCancelled') isCancelled = true
    if (event.type === 'PaymentReceived') paid += event.data.amount.amount
    if (event.type === 'AmountCorrected') {
      const { corrects, newAmount: total } = event.data
      amounts = {
        ...amounts,
        lines: amounts.lines.map((each) => (each.lineId === corrects ? { ...each, total } : each)),
      }
    }
    if (event.type === 'RefundIssued') {
      const { amount } = event.data.amount
      ahead += Math.max(0, amount - Math.max(0, paid - before + ahead))
      paid -= amount
    } else ahead = Math.max(0, ahead - Math.max(0, before - dueNow()))
  }
  return dueNow() - paid - ahead
}

const amountIn = (moneys: readonly Money[]): number => moneys.reduce((sum, { amount }) => sum + amount, 0)

it('per payment no more is captured than was authorised, nor refunded than was captured', () => {
  fc.assert(
    fc.property(ordered, commands, (made, asked) => {
      for (const { payments, refunds } of play(made, asked).states) {
        for (const { authorised, captured, released, refunded } of payments) {
          expect(captured + released).toBeLessThanOrEqual(authorised)
          expect(refunded).toBeLessThanOrEqual(captured)
          expect(refunded).toBeGreaterThanOrEqual(0)
        }
        const refunded = payments.reduce((sum, payment) => sum + payment.refunded, 0)
        expect(amountIn(refunds.map(({ amount }) => amount))).toBe(refunded)
      }
    }),
    { numRuns: 300 },
  )
})

it('what is outstanding is right at every version', () => {
  fc.assert(
    fc.property(ordered, commands, (made, asked) => {
      const { states, events } = play(made, asked)
      for (const [version, state] of states.entries()) {
        expect(state.version).toBe(version)
        const told = events.slice(0, version)
        expect(balanceOf(state).outstanding.amount).toBe(version === 0 ? 0 : outstandingBy(told))
      }
    }),
    { numRuns: 300 },
  )
})

it('nobody is asked to pay again what was given back', () => {
  fc.assert(
    fc.property(ordered, commands, (made, asked) => {
      const { states, events } = play(made, asked)
      for (const [at, event] of events.entries()) {
        if (event.type !== 'RefundIssued') continue
        const [before, after] = [states[at], states[at + 1]].map((state) => balanceOf(state as OrderState))
        const most = Math.max(0, before?.outstanding.amount ?? 0)
        expect(after?.outstanding.amount).toBeLessThanOrEqual(most)
      }
    }),
    { numRuns: 200 },
  )
})

it('no piece is shipped that isn’t ordered, or that was cancelled, nor returned that wasn’t delivered', () => {
  fc.assert(
    fc.property(ordered, commands, (made, asked) => {
      const { states, events } = play(made, asked)
      for (const { lines } of states) {
        for (const { quantity, cancelled, shipped, delivered, returned } of lines) {
          expect(shipped + cancelled).toBeLessThanOrEqual(quantity)
          expect(delivered).toBeLessThanOrEqual(shipped)
          expect(returned).toBeLessThanOrEqual(delivered)
        }
      }
      const types = events.map(({ type }) => type)
      const cancelledAt = types.indexOf('OrderCancelled')
      const confirmedAt = types.indexOf('OrderConfirmed')
      for (const [at, type] of types.entries()) {
        if (type === 'OrderShipped') {
          expect(confirmedAt).toBeGreaterThan(-1)
          expect(confirmedAt).toBeLessThan(at)
          if (cancelledAt >= 0) expect(at).toBeLessThan(cancelledAt)
        }
        if (type === 'OrderItemsUpdated' && confirmedAt >= 0) expect(at).toBeLessThan(confirmedAt)
      }
    }),
    { numRuns: 200 },
  )
})

it('folds any events in any order', () => {
  fc.assert(
    fc.property(ordered, commands, fc.integer(), (made, asked, seed) => {
      const { events } = play(made, asked)
      const shuffled = events.map((event, at) => ({ event, at: (at * 7919 + seed) % 101 }))
      shuffled.sort((one, other) => one.at - other.at)
      const folded = order.fold(
        order.initial('stream-1'),
        shuffled.map(({ event }) => event),
      )
      expect(folded.version).toBe(events.length)
      expect(Number.isSafeInteger(balanceOf(folded).outstanding.amount)).toBe(true)
      expect(folded.amounts.total.currency).toBe(money(0, 'USD').currency)
    }),
    { numRuns: 100 },
  )
})
