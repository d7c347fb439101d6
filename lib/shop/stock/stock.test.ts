import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import type { StockCommand } from './commands'
import type { StockEvent } from './events'
import { stockStreamType as stock } from './stock-stream'

const at = '2026-11-30T12:00:00.000Z'
const later = '2026-11-30T12:30:00.000Z'

const received = (quantity: number): StockEvent => ({ type: 'StockReceived', data: { quantity } })
const counted = (quantity: number): StockEvent => ({ type: 'StockCounted', data: { quantity } })
const stopped: StockEvent = { type: 'CountingStopped', data: {} }
const reserved = (orderId: string, quantity: number, until?: string): StockEvent => ({
  type: 'StockReserved',
  data: until === undefined ? { orderId, quantity } : { orderId, quantity, until },
})
const released = (orderId: string, quantity: number): StockEvent => ({
  type: 'StockReleased',
  data: { orderId, quantity },
})
const taken = (orderId: string, quantity: number): StockEvent => ({
  type: 'StockTaken',
  data: { orderId, quantity },
})

const count = (quantity: number): StockCommand => ({ type: 'CountStock', quantity })
const receive = (quantity: number): StockCommand => ({ type: 'ReceiveStock', quantity })
const reserve = (orderId: string, quantity: number): StockCommand => ({
  type: 'ReserveStock',
  orderId,
  quantity,
  at,
})
const take = (orderId: string, quantity: number): StockCommand => ({ type: 'TakeStock', orderId, quantity })
const release = (orderId: string, quantity?: number): StockCommand => ({
  type: 'ReleaseStock',
  orderId,
  quantity,
})

describe('a product that nobody counts', () => {
  it.each([[[]], [[counted(3), reserved('a', 1), stopped]]])('never runs out, after %j', (history) => {
    given(stock, ...history)
      .when(reserve('b', 1_000))
      .thenNothing()
    given(stock, ...history)
      .when(take('b', 1_000))
      .thenNothing()
    given(stock, ...history)
      .when(release('b'))
      .thenNothing()
    given(stock, ...history)
      .when({ type: 'ReturnStock', orderId: 'b', quantity: 1 })
      .thenNothing()
    given(stock, ...history)
      .when({ type: 'StopCounting' })
      .thenNothing()
    given(stock, ...history)
      .when({ type: 'WriteOffStock', quantity: 1, reason: 'Broken' })
      .thenRejected({ type: 'StockNotCounted', productId: 'stream-1' })
  })

  it('is counted from the first delivery or count on, and from the next on again', () => {
    given(stock).when(receive(5)).then(received(5))
    given(stock).when(count(0)).then(counted(0))
    given(stock, counted(3)).when({ type: 'StopCounting' }).then(stopped)
    given(stock, counted(3), stopped).when(count(3)).then(counted(3))
    given(stock, counted(3), stopped, received(2)).when(reserve('a', 3)).thenRejected({
      type: 'OutOfStock',
      productId: 'stream-1',
      available: 2,
    })
  })
})

describe('reserving', () => {
  it('promises what no other order was promised', () => {
    given(stock, received(5)).when(reserve('a', 5)).then(reserved('a', 5))
    given(stock, received(5), reserved('a', 3))
      .when(reserve('b', 3))
      .thenRejected({ type: 'OutOfStock', productId: 'stream-1', available: 2 })
    given(stock, received(5), reserved('a', 3), released('a', 3)).when(reserve('b', 3)).then(reserved('b', 3))
  })

  it('gives what was kept too long to whoever needs it, and only then', () => {
    const kept = [received(3), reserved('a', 2, at), reserved('b', 1, later)]
    given(stock, ...kept)
      .when(reserve('c', 2))
      .then(released('a', 2), reserved('c', 2))
    given(stock, ...kept)
      .when(reserve('c', 3))
      .thenRejected({ type: 'OutOfStock', productId: 'stream-1', available: 2 })
    given(stock, received(1), ...kept)
      .when(reserve('c', 1))
      .then(reserved('c', 1))
  })

  it('never takes from an order to give it to the same', () => {
    given(stock, received(2), reserved('a', 2, at))
      .when(reserve('a', 1))
      .thenRejected({ type: 'OutOfStock', productId: 'stream-1', available: 0 })
  })
})

describe('what was reserved', () => {
  it('is released wholly or in part, and no more than there is', () => {
    const history = [received(5), reserved('a', 3)]
    given(stock, ...history)
      .when(release('a'))
      .then(released('a', 3))
    given(stock, ...history)
      .when(release('a', 1))
      .then(released('a', 1))
    given(stock, ...history)
      .when(release('a', 4))
      .then(released('a', 3))
    given(stock, ...history)
      .when(release('b', 1))
      .thenNothing()
    given(stock, ...history, released('a', 3))
      .when(release('a'))
      .thenNothing()
  })

  it('leaves the shelf when it is sent', () => {
    const state = stock.fold(stock.initial('mug'), [received(5), reserved('a', 3), taken('a', 2)])
    expect(state).toMatchObject({ onHand: 3, reserved: 1, reservations: [{ orderId: 'a', quantity: 1 }] })
  })

  it('is never sent to another, who takes what is free', () => {
    const history = [received(5), reserved('a', 3)]
    given(stock, ...history)
      .when(take('b', 4))
      .then(taken('b', 2))
    given(stock, ...history)
      .when(take('a', 4))
      .then(taken('a', 4))
    given(stock, received(3), reserved('a', 3)).when(take('b', 1)).thenNothing()
  })

  it('bounds what may be counted and written off', () => {
    const history = [received(5), reserved('a', 3)]
    given(stock, ...history)
      .when(count(2))
      .thenRejected({ type: 'BelowReserved', reserved: 3, counted: 2 })
    given(stock, ...history)
      .when(count(3))
      .then(counted(3))
    given(stock, ...history)
      .when(count(5))
      .thenNothing()
    given(stock, ...history)
      .when({ type: 'WriteOffStock', quantity: 3, reason: 'Broken' })
      .thenRejected({ type: 'OutOfStock', productId: 'stream-1', available: 2 })
  })
})

it('what comes back is on the shelf again, unless it is written off', () => {
  const sent = [received(5), reserved('a', 3), taken('a', 3)]
  const states = [
    { type: 'StockReturned' as const, data: { orderId: 'a', quantity: 2 } },
    { type: 'StockWrittenOff' as const, data: { orderId: 'a', quantity: 1, reason: 'Broken' } },
    { type: 'StockWrittenOff' as const, data: { quantity: 1, reason: 'Mice' } },
  ].map((event) => stock.fold(stock.initial('mug'), [...sent, event]).onHand)
  expect(states).toEqual([4, 2, 1])
})

it.each([0, -1, 0.5, Number.NaN, 1_000_000_001])('%s is no quantity', (quantity) => {
  const rejection = { type: 'InvalidQuantity', quantity } as const
  given(stock, received(5)).when(receive(quantity)).thenRejected(rejection)
  given(stock, received(5)).when(reserve('a', quantity)).thenRejected(rejection)
  given(stock, received(5)).when(release('a', quantity)).thenRejected(rejection)
  if (quantity !== 0) given(stock, received(5)).when(count(quantity)).thenRejected(rejection)
})
