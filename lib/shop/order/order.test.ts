import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import { money } from '../money'
import { line, orderPlaced, placeOrder, plainAmounts, usd } from '../testing/orders'
import { balanceOf } from './balance'
import type { OrderCommand } from './commands'
import type { LineQuantity, OrderEvent } from './events'
import { amountOfReturn, amountOfShipment } from './order-amounts-now'
import { orderNumberOf } from './order-number'
import { orderStreamType as order } from './order-stream'

const pieces = (...quantities: [string, number][]): LineQuantity[] =>
  quantities.map(([lineId, quantity]) => ({ lineId, quantity }))

const placed = orderPlaced()
const confirmed: OrderEvent = { type: 'OrderConfirmed', data: { by: 'staff' } }
const cancelled: OrderEvent = {
  type: 'OrderCancelled',
  data: { reason: 'Too late', cancelledBy: 'customer' },
}
const shipped = (shipment: string, ...lines: [string, number][]): OrderEvent => ({
  type: 'OrderShipped',
  data: { shipment, lines: pieces(...lines) },
})
const delivered = (shipment: string): OrderEvent => ({ type: 'OrderDelivered', data: { shipment } })
const returned = (...lines: [string, number][]): OrderEvent => ({
  type: 'OrderReturned',
  data: { lines: pieces(...lines), reason: 'Chipped', restock: true },
})
const authorised = (amount: number, paymentId = 'p1'): OrderEvent => ({
  type: 'PaymentAuthorised',
  data: { paymentId, provider: 'test', amount: usd(amount) },
})
const received = (amount: number, captureId = 'c1', paymentId = 'p1'): OrderEvent => ({
  type: 'PaymentReceived',
  data: { paymentId, captureId, amount: usd(amount) },
})
const refunded = (amount: number, refundId = 'r1'): OrderEvent => ({
  type: 'RefundIssued',
  data: {
    refundId,
    amount: usd(amount),
    to: 'card',
    reason: 'Chipped',
    parts: [{ paymentId: 'p1', amount: usd(amount) }],
  },
})
const all = shipped('1', ['1', 3], ['2', 1])
const deliveredAll = [placed, confirmed, authorised(8_500), all, received(8_500), delivered('1')] as const

const at = '2026-11-30T12:00:00.000Z'
const later = '2026-11-30T12:10:00.000Z'
const confirm = { type: 'ConfirmOrder', by: 'staff', at } as const
const ship = (...lines: [string, number][]) => ({ type: 'ShipOrder', lines: pieces(...lines) }) as const
const giveBack = (...lines: [string, number][]) =>
  ({ type: 'ReturnItems', lines: pieces(...lines), reason: 'Chipped', restock: true }) as const
const refund = (amount: number, to: 'card' | 'credit' = 'card', refundId = 'r1') =>
  ({ type: 'IssueRefund', refundId, amount: usd(amount), to, reason: 'Chipped' }) as const
const cancel = { type: 'CancelOrder', reason: 'Too late', cancelledBy: 'customer' } as const

const stateOf = (...events: OrderEvent[]) => order.fold(order.initial('stream-1'), events)
const outstanding = (...events: OrderEvent[]) => balanceOf(stateOf(...events)).outstanding.amount

describe('placing an order', () => {
  it('records what was ordered, under a number of its own', () => {
    given(order).when(placeOrder()).then(placed)
    expect(placed.data.number).toBe(orderNumberOf('stream-1'))
    given(order, placed).when(placeOrder()).thenRejected({ type: 'OrderAlreadyExists' })
  })

  it('takes items, each at least once', () => {
    given(order)
      .when(placeOrder({ lines: [] }))
      .thenRejected({ type: 'OrderEmpty' })
    for (const quantity of [0, -1, 1.5]) {
      given(order)
        .when(placeOrder({ lines: [line('1', quantity, 100)] }))
        .thenRejected({ type: 'InvalidQuantity', quantity })
    }
  })

  it('takes no amounts that were made for other lines, or that don’t sum up', () => {
    const lines = [line('1', 2, 100)]
    for (const amounts of [
      plainAmounts([line('1', 3, 100)]),
      plainAmounts([line('2', 2, 100)]),
      plainAmounts([line('1', 2, 99)]),
      plainAmounts([...lines, line('2', 1, 1)]),
      { ...plainAmounts(lines), total: usd(199) },
      { ...plainAmounts(lines), total: money(200, 'EUR') },
    ]) {
      given(order).when(placeOrder({ lines, amounts })).thenRejected({ type: 'AmountsMismatch' })
    }
  })

  it('comes before all else', () => {
    for (const command of [confirm, cancel, ship(['1', 1]), refund(1)]) {
      given(order).when(command).thenRejected({ type: 'OrderNotFound' })
    }
  })

  it('gives every order a number that reads well', () => {
    const numbers = Array.from({ length: 500 }, (_, id) => orderNumberOf(`cart-${id}`))
    expect(new Set(numbers).size).toBe(500)
    for (const number of numbers) expect(number).toMatch(/^H-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  })
})

describe('changing its items', () => {
  const lines = [line('1', 1, 1_000)]
  const update = { type: 'UpdateItems', lines, amounts: plainAmounts(lines) } as const

  it('goes until it is confirmed', () => {
    const updated: OrderEvent = { type: 'OrderItemsUpdated', data: { lines, amounts: update.amounts } }
    given(order, placed).when(update).then(updated)
    given(order, placed, updated).when(update).thenNothing()
    given(order, placed, confirmed).when(update).thenRejected({ type: 'OrderAlreadyConfirmed' })
    given(order, placed, cancelled).when(update).thenRejected({ type: 'OrderIsCancelled' })
    given(order, placed)
      .when({ ...update, lines: [], amounts: plainAmounts([]) })
      .thenRejected({ type: 'OrderEmpty' })
  })

  it('keeps the authorisation, and asks for no more than the difference (Medusa #14984)', () => {
    const more = [line('1', 9, 1_000)]
    const raise: OrderCommand = { type: 'UpdateItems', lines: more, amounts: plainAmounts(more) }
    given(order, placed, authorised(8_500))
      .when(raise)
      .thenRejected({ type: 'AuthorisationMissing', missing: usd(500) })
    const updated: OrderEvent = {
      type: 'OrderItemsUpdated',
      data: { lines: more, amounts: plainAmounts(more) },
    }
    given(order, placed, authorised(8_500), authorised(500, 'p2')).when(raise).then(updated)
    const after = stateOf(placed, authorised(8_500), authorised(500, 'p2'), updated)
    expect(after.payments.map(({ authorised, released }) => [authorised, released])).toEqual([
      [8_500, 0],
      [500, 0],
    ])
    expect(balanceOf(after)).toMatchObject({ due: usd(9_000), held: usd(9_000), toAuthorise: usd(0) })
  })

  it('is asked of the whole payment where nothing was authorised yet', () => {
    const more = [line('1', 9, 1_000)]
    given(order, placed)
      .when({ type: 'UpdateItems', lines: more, amounts: plainAmounts(more) })
      .then({ type: 'OrderItemsUpdated', data: { lines: more, amounts: plainAmounts(more) } })
  })
})

describe('confirming it', () => {
  it('is for staff at any time, and for the window once it closed and all is covered', () => {
    given(order, placed).when(confirm).then(confirmed)
    given(order, placed, confirmed).when(confirm).thenNothing()
    given(order, placed, cancelled).when(confirm).thenRejected({ type: 'OrderIsCancelled' })
    given(order, placed, authorised(8_500))
      .when({ type: 'ConfirmOrder', by: 'window', at })
      .thenRejected({ type: 'EditWindowOpen', editableUntil: later })
    given(order, placed, authorised(8_000))
      .when({ type: 'ConfirmOrder', by: 'window', at: later })
      .thenRejected({ type: 'AuthorisationMissing', missing: usd(500) })
    given(order, placed, authorised(8_500))
      .when({ type: 'ConfirmOrder', by: 'window', at: later })
      .then({ type: 'OrderConfirmed', data: { by: 'window' } })
  })
})

describe('shipping it', () => {
  it('comes after it is confirmed, and never after it is cancelled', () => {
    given(order, placed)
      .when(ship(['1', 1]))
      .thenRejected({ type: 'OrderNotConfirmed' })
    given(order, placed, confirmed, cancelled)
      .when(ship(['1', 1]))
      .thenRejected({ type: 'OrderIsCancelled' })
  })

  it('goes in parts, until all is shipped', () => {
    given(order, placed, confirmed)
      .when(ship(['1', 2]))
      .then(shipped('1', ['1', 2]))
    given(order, placed, confirmed, shipped('1', ['1', 2]))
      .when({ type: 'ShipOrder', trackingNumber: '1Z', carrier: 'UPS' })
      .then({
        type: 'OrderShipped',
        data: {
          shipment: '2',
          lines: pieces(['1', 1], ['2', 1]),
          trackingNumber: '1Z',
          carrier: 'UPS',
        },
      })
    given(order, placed, confirmed, all).when({ type: 'ShipOrder' }).thenRejected({ type: 'NothingChosen' })
    expect(stateOf(placed, confirmed, shipped('1', ['1', 2])).status).toBe('partlyShipped')
    expect(stateOf(placed, confirmed, all).status).toBe('shipped')
  })

  it('takes pieces that are there, each named once or twice', () => {
    given(order, placed, confirmed, shipped('1', ['1', 2]))
      .when(ship(['1', 1], ['1', 1]))
      .thenRejected({ type: 'PiecesUnavailable', lineId: '1', available: 1, requested: 2 })
    given(order, placed, confirmed)
      .when(ship(['9', 1]))
      .thenRejected({ type: 'LineUnknown', lineId: '9' })
    given(order, placed, confirmed)
      .when(ship(['1', 0]))
      .thenRejected({ type: 'InvalidQuantity', quantity: 0 })
    given(order, placed, confirmed)
      .when(ship(['1', 1], ['1', 2]))
      .then(shipped('1', ['1', 3]))
  })

  it('is done once by the name of the shipment', () => {
    const again = { ...ship(['1', 2]), shipment: 'parcel' }
    given(order, placed, confirmed, shipped('parcel', ['1', 2]))
      .when(again)
      .thenNothing()
    given(order, placed, confirmed, shipped('parcel', ['1', 1]))
      .when(again)
      .thenRejected({ type: 'ShipmentAlreadyExists', shipment: 'parcel' })
  })

  it('comes to all of its lines and what shipping costs, however it is split', () => {
    const first = pieces(['1', 2])
    const before = stateOf(placed, confirmed)
    expect(amountOfShipment(before, first)).toEqual(usd(2_500))
    const after = stateOf(placed, confirmed, shipped('1', ['1', 2]))
    expect(amountOfShipment(after, pieces(['1', 1], ['2', 1]))).toEqual(usd(6_000))
  })

  it('comes before it is delivered', () => {
    given(order, placed, confirmed).when({ type: 'DeliverOrder' }).thenRejected({ type: 'OrderNotShipped' })
    given(order, placed, confirmed, all).when({ type: 'DeliverOrder', shipment: '1' }).then(delivered('1'))
    given(order, placed, confirmed, all, delivered('1')).when({ type: 'DeliverOrder' }).thenNothing()
    given(order, placed, confirmed, all)
      .when({ type: 'DeliverOrder', shipment: '2' })
      .thenRejected({ type: 'ShipmentUnknown', shipment: '2' })
    given(order, placed, confirmed, shipped('1', ['1', 3]), shipped('2', ['2', 1]))
      .when({ type: 'DeliverOrder' })
      .then(delivered('1'), delivered('2'))
  })
})

describe('cancelling', () => {
  it('ends until something was delivered; what is under way only staff cancels', () => {
    given(order, placed, confirmed).when(cancel).then(cancelled)
    given(order, placed, cancelled).when(cancel).thenNothing()
    given(order, placed, confirmed, all).when(cancel).thenRejected({ type: 'OrderAlreadyShipped' })
    given(order, placed, confirmed, all)
      .when({ ...cancel, cancelledBy: 'staff' })
      .then({ type: 'OrderCancelled', data: { reason: 'Too late', cancelledBy: 'staff' } })
    given(order, ...deliveredAll)
      .when({ ...cancel, cancelledBy: 'staff' })
      .thenRejected({ type: 'OrderAlreadyDelivered' })
    given(order, placed)
      .when({ ...cancel, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing' })
    given(order, placed, confirmed, all, {
      type: 'OrderCancelled',
      data: { reason: 'x', cancelledBy: 'staff' },
    })
      .when({ type: 'DeliverOrder' })
      .thenRejected({ type: 'OrderIsCancelled' })
  })

  it('takes single pieces that weren’t shipped, once it is confirmed', () => {
    const cancelItems = (...lines: [string, number][]): OrderCommand => ({
      type: 'CancelItems',
      lines: pieces(...lines),
      reason: 'Sold out',
    })
    given(order, placed)
      .when(cancelItems(['1', 1]))
      .thenRejected({ type: 'OrderNotConfirmed' })
    given(order, placed, confirmed, shipped('1', ['1', 2]))
      .when(cancelItems(['1', 2]))
      .thenRejected({ type: 'PiecesUnavailable', lineId: '1', available: 1, requested: 2 })
    const event: OrderEvent = {
      type: 'QuantityCancelled',
      data: { lines: pieces(['1', 1]), reason: 'Sold out' },
    }
    given(order, placed, confirmed, shipped('1', ['1', 2]))
      .when(cancelItems(['1', 1]))
      .then(event)
    given(order, placed, confirmed)
      .when(cancelItems(['1', 3], ['2', 1]))
      .thenRejected({ type: 'OrderWouldBeEmpty' })
    expect(outstanding(placed, confirmed, event)).toBe(7_500)
    expect(stateOf(placed, confirmed, event, shipped('1', ['1', 2], ['2', 1])).status).toBe('shipped')
  })
})

describe('returns', () => {
  it('go up to what was delivered', () => {
    given(order, placed, confirmed, all)
      .when(giveBack(['1', 1]))
      .thenRejected({ type: 'PiecesUnavailable', lineId: '1', available: 0, requested: 1 })
    given(order, ...deliveredAll)
      .when(giveBack(['1', 2]))
      .then(returned(['1', 2]))
    given(order, ...deliveredAll, returned(['1', 2]))
      .when(giveBack(['1', 2]))
      .thenRejected({ type: 'PiecesUnavailable', lineId: '1', available: 1, requested: 2 })
    expect(stateOf(...deliveredAll, returned(['1', 3], ['2', 1])).status).toBe('returned')
  })

  it('are announced once for each piece, and may come without that', () => {
    const request: OrderCommand = { type: 'RequestReturn', lines: pieces(['1', 2]), reason: 'Chipped' }
    const requested: OrderEvent = {
      type: 'ReturnRequested',
      data: { lines: pieces(['1', 2]), reason: 'Chipped' },
    }
    given(order, ...deliveredAll)
      .when(request)
      .then(requested)
    given(order, ...deliveredAll, requested)
      .when(request)
      .thenRejected({ type: 'PiecesUnavailable', lineId: '1', available: 1, requested: 2 })
    const [first] = stateOf(...deliveredAll, requested, returned(['1', 3])).lines
    expect(first).toMatchObject({ returned: 3, returning: 0 })
  })

  it('add up, however many there are (Medusa #13433, #13068)', () => {
    const events: OrderEvent[] = [...deliveredAll]
    expect(outstanding(...events)).toBe(0)
    events.push(returned(['1', 1]))
    expect(outstanding(...events)).toBe(-1_000)
    events.push(refunded(1_000, 'r1'))
    expect(outstanding(...events)).toBe(0)
    events.push(returned(['1', 1]))
    expect(outstanding(...events)).toBe(-1_000)
    events.push(returned(['2', 1]))
    expect(outstanding(...events)).toBe(-6_000)
    events.push(refunded(6_000, 'r2'))
    expect(outstanding(...events)).toBe(0)
    expect(balanceOf(stateOf(...events))).toMatchObject({
      due: usd(1_500),
      captured: usd(8_500),
      refunded: usd(7_000),
      refundable: usd(1_500),
    })
  })

  it('split a line into parts that sum up to it exactly', () => {
    const lines = [line('1', 3, 334)]
    const [priced] = plainAmounts(lines).lines
    if (!priced) throw new Error('There is a line')
    const amounts = { ...plainAmounts(lines), lines: [{ ...priced, total: usd(1_000) }], total: usd(1_000) }
    const three = [
      orderPlaced({ lines, amounts }),
      confirmed,
      authorised(1_000),
      shipped('1', ['1', 3]),
      received(1_000),
      delivered('1'),
    ]
    const owed = [1, 2, 3].map((count) => outstanding(...three, ...Array(count).fill(returned(['1', 1]))))
    expect(owed).toEqual([-333, -667, -1_000])
    const afterOne = stateOf(...three, returned(['1', 1]))
    expect(amountOfReturn(afterOne, pieces(['1', 1]))).toEqual(usd(334))
  })
})

describe('payments', () => {
  const capture = (amount: number, captureId = 'c1'): OrderCommand => ({
    type: 'RecordCapture',
    paymentId: 'p1',
    captureId,
    amount: usd(amount),
  })

  it('are captured in parts, never beyond what was authorised', () => {
    given(order, placed).when(capture(1)).thenRejected({ type: 'PaymentUnknown', paymentId: 'p1' })
    given(order, placed, authorised(8_500)).when(capture(3_000)).then(received(3_000))
    given(order, placed, authorised(8_500), received(3_000)).when(capture(3_000)).thenNothing()
    given(order, placed, authorised(8_500), received(3_000))
      .when(capture(2_999))
      .thenRejected({ type: 'IdAlreadyUsed', id: 'c1' })
    given(order, placed, authorised(8_500), received(3_000))
      .when(capture(5_501, 'c2'))
      .thenRejected({
        type: 'CaptureExceedsAuthorisation',
        available: usd(5_500),
        requested: usd(5_501),
      })
  })

  it('are recorded of cancelled orders, too: they are to be given back', () => {
    const authorise: OrderCommand = {
      type: 'RecordAuthorisation',
      paymentId: 'p1',
      provider: 'test',
      amount: usd(8_500),
    }
    given(order, placed, cancelled).when(authorise).then(authorised(8_500))
    given(order, placed, authorised(8_500)).when(authorise).thenNothing()
    given(order, placed, authorised(1)).when(authorise).thenRejected({ type: 'IdAlreadyUsed', id: 'p1' })
    expect(outstanding(placed, authorised(8_500), received(8_500), cancelled)).toBe(-8_500)
  })

  it('are released by what is left of them', () => {
    const release = { type: 'RecordRelease', paymentId: 'p1' } as const
    const released = (amount: number): OrderEvent => ({
      type: 'AuthorisationReleased',
      data: { paymentId: 'p1', amount: usd(amount) },
    })
    given(order, placed, authorised(8_500), received(3_000)).when(release).then(released(5_500))
    given(order, placed, authorised(8_500), released(8_500)).when(release).thenNothing()
    given(order, placed, authorised(8_500))
      .when({ ...release, amount: usd(8_501) })
      .thenRejected({
        type: 'ReleaseExceedsAuthorisation',
        available: usd(8_500),
        requested: usd(8_501),
      })
  })

  it('fail, and the order stays as it is', () => {
    const data = { provider: 'test', code: 'card_declined', message: 'The card was declined' }
    given(order, placed)
      .when({ type: 'RecordPaymentFailure', ...data })
      .then({ type: 'PaymentFailed', data })
    expect(stateOf(placed, { type: 'PaymentFailed', data })).toEqual({ ...stateOf(placed), version: 2 })
  })
})

describe('refunds', () => {
  it('give back what was paid, and no more', () => {
    given(order, ...deliveredAll)
      .when(refund(1_000))
      .then(refunded(1_000))
    given(order, ...deliveredAll, refunded(1_000))
      .when(refund(1_000))
      .thenNothing()
    given(order, ...deliveredAll, refunded(1_000))
      .when(refund(2_000))
      .thenRejected({ type: 'IdAlreadyUsed', id: 'r1' })
    given(order, ...deliveredAll, refunded(1_000))
      .when(refund(7_501, 'credit', 'r2'))
      .thenRejected({
        type: 'RefundExceedsPaid',
        refundable: usd(7_500),
        requested: usd(7_501),
      })
    given(order, ...deliveredAll)
      .when({ ...refund(1), amount: money(1, 'EUR') })
      .thenRejected({ type: 'OtherCurrency', currency: 'USD', given: 'EUR' })
  })

  it('go to a card only as far as cards paid, and to credit from what credit paid first', () => {
    const byCredit: OrderEvent = {
      type: 'PaymentAuthorised',
      data: { paymentId: 'hold', provider: 'credit', amount: usd(500) },
    }
    const mixed = [
      placed,
      confirmed,
      authorised(8_000),
      byCredit,
      all,
      received(8_000),
      received(500, 'c2', 'hold'),
    ]
    given(order, ...mixed)
      .when(refund(8_001))
      .thenRejected({
        type: 'RefundExceedsPaid',
        refundable: usd(8_000),
        requested: usd(8_001),
      })
    given(order, ...mixed)
      .when(refund(1_000, 'credit'))
      .then({
        type: 'RefundIssued',
        data: {
          refundId: 'r1',
          amount: usd(1_000),
          to: 'credit',
          reason: 'Chipped',
          parts: [
            { paymentId: 'hold', amount: usd(500) },
            { paymentId: 'p1', amount: usd(500) },
          ],
        },
      })
  })

  it('that come before the return aren’t owed again after it', () => {
    expect(outstanding(...deliveredAll, refunded(1_000))).toBe(0)
    expect(outstanding(...deliveredAll, refunded(1_000), returned(['1', 1]))).toBe(0)
    expect(outstanding(...deliveredAll, refunded(1_000), returned(['1', 2]))).toBe(-1_000)
  })
})

describe('corrections', () => {
  const correct = {
    type: 'CorrectAmount',
    corrects: '1',
    oldAmount: usd(3_000),
    newAmount: usd(2_400),
    reason: 'Wrong price on the shelf',
  } as const
  const { type: _, ...data } = correct
  const corrected: OrderEvent = { type: 'AmountCorrected', data }

  it('change what a line or the shipping comes to, as it was seen', () => {
    given(order, ...deliveredAll)
      .when(correct)
      .then(corrected)
    expect(outstanding(...deliveredAll, corrected)).toBe(-600)
    expect(outstanding(...deliveredAll, corrected, returned(['1', 1]))).toBe(-1_400)
    given(order, ...deliveredAll, corrected)
      .when(correct)
      .thenRejected({ type: 'AmountChanged', seen: usd(3_000), actual: usd(2_400) })
    given(order, ...deliveredAll)
      .when({ ...correct, corrects: 'shipping', oldAmount: usd(500), newAmount: usd(0) })
      .then({
        type: 'AmountCorrected',
        data: { ...data, corrects: 'shipping', oldAmount: usd(500), newAmount: usd(0) },
      })
    given(order, placed).when(correct).thenRejected({ type: 'OrderNotConfirmed' })
    given(order, ...deliveredAll)
      .when({ ...correct, corrects: '7' })
      .thenRejected({ type: 'LineUnknown', lineId: '7' })
  })
})
