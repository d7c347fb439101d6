import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DiscountCommand,
  type DiscountEvent,
  discountStreamType,
  isLimited,
  type UseDiscount,
} from './discount'

const { initial, fold, evolve, decide } = discountStreamType

const used = (orderId: string, customerId: string): DiscountEvent => ({
  type: 'DiscountUsed',
  data: { orderId, customerId },
})

const use = (orderId: string, customerId: string, limits: UseDiscount['limits']): DiscountCommand => ({
  type: 'UseDiscount',
  orderId,
  customerId,
  limits,
})

const decideAfter = (events: readonly DiscountEvent[], command: DiscountCommand) =>
  decide(command, fold(initial('AUTUMN'), events))

describe('the uses of a discount code', () => {
  const given = [used('o-1', 'ann'), used('o-2', 'ben')]

  it('are counted where there is a limit', () => {
    expect([{}, { limit: 1 }, { limitPerCustomer: 1 }].map(isLimited)).toEqual([false, true, true])
  })

  it('end at the limit', () => {
    expect(decideAfter(given, use('o-3', 'cleo', { limit: 3 }))).toEqual({
      type: 'accepted',
      events: [used('o-3', 'cleo')],
    })
    expect(decideAfter(given, use('o-3', 'cleo', { limit: 2 }))).toEqual({
      type: 'rejected',
      rejection: { type: 'DiscountUsedUp', discountCode: 'AUTUMN', limit: 2 },
    })
  })

  it('end for a customer at theirs', () => {
    expect(decideAfter(given, use('o-3', 'ann', { limitPerCustomer: 1 }))).toEqual({
      type: 'rejected',
      rejection: { type: 'DiscountUsedBefore', discountCode: 'AUTUMN', limitPerCustomer: 1 },
    })
    expect(decideAfter(given, use('o-3', 'cleo', { limitPerCustomer: 1 })).type).toBe('accepted')
  })

  it('count an order once, and not at all once it gave its use back', () => {
    expect(decideAfter(given, use('o-1', 'ann', { limit: 2 }))).toEqual({ type: 'accepted', events: [] })
    const back: DiscountEvent = { type: 'DiscountGivenBack', data: { orderId: 'o-1' } }
    expect(decideAfter(given, { type: 'GiveDiscountBack', orderId: 'o-1' })).toEqual({
      type: 'accepted',
      events: [back],
    })
    expect(decideAfter([...given, back], use('o-3', 'ann', { limit: 2, limitPerCustomer: 1 })).type).toBe(
      'accepted',
    )
    expect(decideAfter(given, { type: 'GiveDiscountBack', orderId: 'o-9' })).toEqual({
      type: 'accepted',
      events: [],
    })
  })

  it('never come to more than the limits, whoever uses it and gives it back', () => {
    const orderId = fc.constantFrom('1', '2', '3', '4', '5', '6')
    const limits = { limit: 3, limitPerCustomer: 2 }
    const command = fc.oneof(
      fc.tuple(orderId, fc.constantFrom('ann', 'ben')).map(([order, who]) => use(order, who, limits)),
      orderId.map((orderId): DiscountCommand => ({ type: 'GiveDiscountBack', orderId })),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let state = initial('AUTUMN')
        for (const each of commands) {
          const decision = decide(each, state)
          if (decision.type === 'accepted') state = decision.events.reduce(evolve, state)
          const users = Object.values(state.uses)
          expect(users.length).toBeLessThanOrEqual(3)
          expect(users.filter((user) => user === 'ann').length).toBeLessThanOrEqual(2)
        }
      }),
    )
  })

  it('fold to what they evolve to', () => {
    const back: DiscountEvent = { type: 'DiscountGivenBack', data: { orderId: 'o-1' } }
    const events = [...given, back]
    expect(fold(initial('AUTUMN'), events)).toEqual(events.reduce(evolve, initial('AUTUMN')))
  })
})
