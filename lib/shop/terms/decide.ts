import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { normalCode } from '../amounts/pricing-terms'
import type {
  RemoveShippingRate,
  RemoveTaxRate,
  SetDiscountCode,
  SetEditWindow,
  SetPaymentWindow,
  SetPrices,
  SetSeller,
  SetShippingRate,
  SetTaxRate,
  TermsCommand,
  WithdrawDiscountCode,
} from './commands'
import type { TermsEvent } from './events'
import { termsPolicy } from './policy'
import { sameTerm } from './same-term'
import type { TermsState } from './state'

export type TermsRejection =
  | { readonly type: 'TooManyTerms'; readonly max: number }
  /** Steps begin at 0, rise, are of one currency, and cost nothing or more. */
  | { readonly type: 'InvalidSteps'; readonly max: number }
  | { readonly type: 'InvalidRate'; readonly rate: number; readonly max: number }
  | {
      readonly type: 'InvalidDiscount'
      readonly field: 'code' | 'worth' | 'minimum' | 'limit' | 'limitPerCustomer'
    }
  | { readonly type: 'InvalidPeriod'; readonly from: string; readonly until: string }
  | { readonly type: 'InvalidWindow'; readonly seconds: number; readonly min: number; readonly max: number }
  | { readonly type: 'SellerIncomplete'; readonly missing: readonly string[] }
  | { readonly type: 'TermNotFound'; readonly id: string }

type TermsDecision = Decision<TermsEvent, TermsRejection>

/** What a command comes to on a shop's terms: every rule they have is in this file. */
export const decideTerms = (command: TermsCommand, terms: TermsState): TermsDecision => {
  switch (command.type) {
    case 'SetPrices':
      return setPrices(command, terms)
    case 'SetShippingRate':
      return setShippingRate(command, terms)
    case 'RemoveShippingRate':
      return removeShippingRate(command, terms)
    case 'SetTaxRate':
      return setTaxRate(command, terms)
    case 'RemoveTaxRate':
      return removeTaxRate(command, terms)
    case 'SetDiscountCode':
      return setDiscountCode(command, terms)
    case 'WithdrawDiscountCode':
      return withdrawDiscountCode(command, terms)
    case 'SetSeller':
      return setSeller(command, terms)
    case 'SetEditWindow':
      return setEditWindow(command, terms)
    case 'SetPaymentWindow':
      return setPaymentWindow(command, terms)
    default:
      return exhaustive(command)
  }
}

const setPrices = ({ prices }: SetPrices, terms: TermsState): TermsDecision =>
  terms.prices === prices ? accept() : accept({ type: 'PricesSet', data: { prices } })

const setShippingRate = (
  { type: _, ...rate }: SetShippingRate,
  { shippingRates }: TermsState,
): TermsDecision => {
  const known = shippingRates.find(({ id }) => id === rate.id)
  if (sameTerm(known, rate)) return accept()
  if (!known && shippingRates.length >= termsPolicy.maxRates) return tooMany(termsPolicy.maxRates)
  if (!areSteps(rate.steps)) return reject({ type: 'InvalidSteps', max: termsPolicy.maxSteps })
  return accept({ type: 'ShippingRateSet', data: rate })
}

const areSteps = (steps: SetShippingRate['steps']): boolean =>
  steps.length > 0 &&
  steps.length <= termsPolicy.maxSteps &&
  steps.every(({ from, price }, place) => {
    const before = steps[place - 1]
    const rises = before ? from > before.from : from === 0
    return rises && isAmount(price.amount, 0) && price.currency === steps[0]?.price.currency
  })

const removeShippingRate = ({ id }: RemoveShippingRate, terms: TermsState): TermsDecision =>
  terms.shippingRates.some((rate) => rate.id === id)
    ? accept({ type: 'ShippingRateRemoved', data: { id } })
    : reject({ type: 'TermNotFound', id })

const setTaxRate = ({ type: _, ...rate }: SetTaxRate, { taxRates }: TermsState): TermsDecision => {
  const known = taxRates.find(({ id }) => id === rate.id)
  if (sameTerm(known, rate)) return accept()
  if (!known && taxRates.length >= termsPolicy.maxRates) return tooMany(termsPolicy.maxRates)
  const max = termsPolicy.maxTaxRate
  if (!isAmount(rate.rate, 0) || rate.rate > max) return reject({ type: 'InvalidRate', rate: rate.rate, max })
  return accept({ type: 'TaxRateSet', data: rate })
}

const removeTaxRate = ({ id }: RemoveTaxRate, terms: TermsState): TermsDecision =>
  terms.taxRates.some((rate) => rate.id === id)
    ? accept({ type: 'TaxRateRemoved', data: { id } })
    : reject({ type: 'TermNotFound', id })

const setDiscountCode = (
  { type: _, ...typed }: SetDiscountCode,
  { discountCodes }: TermsState,
): TermsDecision => {
  const discount = { ...typed, code: normalCode(typed.code) }
  const known = discountCodes.find(({ code }) => code === discount.code)
  if (sameTerm(known, discount)) return accept()
  if (!known && discountCodes.length >= termsPolicy.maxDiscountCodes) {
    return tooMany(termsPolicy.maxDiscountCodes)
  }
  const field = wrongFieldOf(discount)
  if (field) return reject({ type: 'InvalidDiscount', field })
  const { from, until } = discount
  if (from !== undefined && until !== undefined && from >= until) {
    return reject({ type: 'InvalidPeriod', from, until })
  }
  return accept({ type: 'DiscountCodeSet', data: discount })
}

const wrongFieldOf = (discount: Omit<SetDiscountCode, 'type'>) => {
  const { code, worth, minimum, limit = 1, limitPerCustomer = 1 } = discount
  if (!/^[A-Z0-9][A-Z0-9_-]{0,39}$/.test(code)) return 'code'
  if (worth.type === 'percent' && (!isAmount(worth.rate, 1) || worth.rate > 10_000)) return 'worth'
  if (worth.type === 'amount' && !isAmount(worth.amount.amount, 1)) return 'worth'
  if (minimum && !isAmount(minimum.amount, 0)) return 'minimum'
  // A minimum in one currency and a worth in another would never hold.
  if (minimum && worth.type === 'amount' && minimum.currency !== worth.amount.currency) return 'minimum'
  if (!isAmount(limit, 1)) return 'limit'
  return isAmount(limitPerCustomer, 1) ? undefined : 'limitPerCustomer'
}

const withdrawDiscountCode = (command: WithdrawDiscountCode, terms: TermsState): TermsDecision => {
  const code = normalCode(command.code)
  return terms.discountCodes.some((discount) => discount.code === code)
    ? accept({ type: 'DiscountCodeWithdrawn', data: { code } })
    : reject({ type: 'TermNotFound', id: code })
}

const setSeller = ({ type: _, ...seller }: SetSeller, terms: TermsState): TermsDecision => {
  if (sameTerm(terms.seller, seller)) return accept()
  const missing = (['name', 'address', 'country'] as const).filter((field) => seller[field].trim() === '')
  if (missing.length > 0) return reject({ type: 'SellerIncomplete', missing })
  return accept({ type: 'SellerSet', data: seller })
}

const setEditWindow = ({ seconds }: SetEditWindow, terms: TermsState): TermsDecision => {
  if (terms.editWindowSeconds === seconds) return accept()
  const max = termsPolicy.maxEditWindowSeconds
  if (!isAmount(seconds, 0) || seconds > max) return reject({ type: 'InvalidWindow', seconds, min: 0, max })
  return accept({ type: 'EditWindowSet', data: { seconds } })
}

const setPaymentWindow = ({ seconds }: SetPaymentWindow, terms: TermsState): TermsDecision => {
  if (terms.paymentWindowSeconds === seconds) return accept()
  const { minPaymentWindowSeconds: min, maxPaymentWindowSeconds: max } = termsPolicy
  if (!isAmount(seconds, min) || seconds > max) return reject({ type: 'InvalidWindow', seconds, min, max })
  return accept({ type: 'PaymentWindowSet', data: { seconds } })
}

const tooMany = (max: number): TermsDecision => reject({ type: 'TooManyTerms', max })

const isAmount = (amount: number, min: number): boolean => Number.isSafeInteger(amount) && amount >= min
