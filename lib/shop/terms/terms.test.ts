import { describe, expect, it } from 'vitest'
import { money } from '../money'
import type { SetDiscountCode, SetShippingRate, TermsCommand } from './commands'
import type { TermsEvent } from './events'
import { termsPolicy } from './policy'
import { termsStreamType } from './terms-stream'

const { initial, fold, decide } = termsStreamType

const stateAfter = (events: readonly TermsEvent[]) => fold(initial('shop'), events)
const decideAfter = (events: readonly TermsEvent[], command: TermsCommand) =>
  decide(command, stateAfter(events))
const refusalOf = (command: TermsCommand, events: readonly TermsEvent[] = []) => {
  const decision = decideAfter(events, command)
  return decision.type === 'rejected' ? decision.rejection : undefined
}

const eur = (amount: number) => money(amount, 'EUR')

const shipping = (steps: SetShippingRate['steps'], id = 'de'): SetShippingRate => ({
  type: 'SetShippingRate',
  id,
  countries: ['DE'],
  by: 'total',
  steps,
})

const code = (more: Partial<SetDiscountCode> = {}): SetDiscountCode => ({
  type: 'SetDiscountCode',
  code: 'autumn',
  worth: { type: 'percent', rate: 1000 },
  ...more,
})

describe('the terms of a shop', () => {
  it('are set one by one, and are the same when set again', () => {
    const command = shipping([{ from: 0, price: eur(490) }])
    const { type: _, ...rate } = command
    const set: TermsEvent = { type: 'ShippingRateSet', data: rate }
    expect(decideAfter([], command)).toEqual({ type: 'accepted', events: [set] })
    expect(decideAfter([set], command)).toEqual({ type: 'accepted', events: [] })
    expect(stateAfter([set]).shippingRates).toEqual([rate])
  })

  it('keep the place of a rate that is set anew, and lose one that is removed', () => {
    const rate = (id: string, rate: number): TermsEvent => ({
      type: 'TaxRateSet',
      data: { id, countries: [], on: { type: 'all' }, rate, from: '2026-01-01T00:00:00.000Z' },
    })
    const events = [rate('a', 1), rate('b', 2), rate('a', 3)]
    expect(stateAfter(events).taxRates.map(({ id, rate }) => [id, rate])).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    const removed = decideAfter(events, { type: 'RemoveTaxRate', id: 'a' })
    if (removed.type === 'rejected') throw new Error(removed.rejection.type)
    expect(stateAfter([...events, ...removed.events]).taxRates.map(({ id }) => id)).toEqual(['b'])
    expect(refusalOf({ type: 'RemoveTaxRate', id: 'c' })).toEqual({ type: 'TermNotFound', id: 'c' })
  })

  it.each([
    ['none', []],
    ['not from 0', [{ from: 1, price: eur(1) }]],
    [
      'not rising',
      [
        { from: 0, price: eur(1) },
        { from: 0, price: eur(2) },
      ],
    ],
    [
      'of two currencies',
      [
        { from: 0, price: eur(1) },
        { from: 5, price: money(2, 'USD') },
      ],
    ],
    ['below nothing', [{ from: 0, price: eur(-1) }]],
  ])('take no steps of shipping that are %s', (_, steps) => {
    expect(refusalOf(shipping(steps))?.type).toBe('InvalidSteps')
  })

  it('take a code in capitals, and none that could not be meant', () => {
    expect(decideAfter([], code())).toMatchObject({ events: [{ data: { code: 'AUTUMN' } }] })
    const fieldOf = (more: Partial<SetDiscountCode>) => refusalOf(code(more))
    expect(fieldOf({ code: 'a b' })).toEqual({ type: 'InvalidDiscount', field: 'code' })
    expect(fieldOf({ worth: { type: 'percent', rate: 10_001 } })).toMatchObject({ field: 'worth' })
    expect(fieldOf({ worth: { type: 'amount', amount: eur(0) } })).toMatchObject({ field: 'worth' })
    expect(fieldOf({ worth: { type: 'amount', amount: eur(1) }, minimum: money(1, 'USD') })).toMatchObject({
      field: 'minimum',
    })
    expect(fieldOf({ limit: 0 })).toMatchObject({ field: 'limit' })
    expect(fieldOf({ limitPerCustomer: 0.5 })).toMatchObject({ field: 'limitPerCustomer' })
    expect(fieldOf({ from: '2026-12-01', until: '2026-12-01' })?.type).toBe('InvalidPeriod')
  })

  it('take no rate of tax above the whole, and no window beyond its bounds', () => {
    const { maxTaxRate, maxEditWindowSeconds, minPaymentWindowSeconds } = termsPolicy
    const tax = { type: 'SetTaxRate', id: 'a', countries: [], on: { type: 'all' }, from: '' } as const
    expect(refusalOf({ ...tax, rate: maxTaxRate + 1 })?.type).toBe('InvalidRate')
    expect(refusalOf({ type: 'SetEditWindow', seconds: maxEditWindowSeconds + 1 })?.type).toBe(
      'InvalidWindow',
    )
    expect(refusalOf({ type: 'SetEditWindow', seconds: 0 })).toBeUndefined()
    expect(refusalOf({ type: 'SetPaymentWindow', seconds: minPaymentWindowSeconds - 1 })?.type).toBe(
      'InvalidWindow',
    )
  })

  it('name the seller as a whole', () => {
    const seller = { type: 'SetSeller', name: 'Hindsight', address: ' ', country: '' } as const
    expect(refusalOf(seller)).toEqual({ type: 'SellerIncomplete', missing: ['address', 'country'] })
  })

  it('are bounded', () => {
    const codes = Array.from(
      { length: termsPolicy.maxDiscountCodes },
      (_, nth): TermsEvent => ({
        type: 'DiscountCodeSet',
        data: { code: `C${nth}`, worth: { type: 'freeShipping' } },
      }),
    )
    expect(refusalOf(code(), codes)).toEqual({ type: 'TooManyTerms', max: termsPolicy.maxDiscountCodes })
    expect(refusalOf(code({ code: 'c0' }), codes)).toBeUndefined()
  })
})
