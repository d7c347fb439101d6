import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { TermsEvent } from '@/lib/shop/terms/events'
import { count } from '../../ui/format'
import { isolated } from '../../ui/named'
import { codeText, shippingText, taxText } from './term-words'

const time = (seconds: number): string =>
  seconds % 60 === 0 ? count(seconds / 60, 'minute') : count(seconds, 'second')

/** What was set, as one would tell it: "Code AUTUMN: 10 % off the goods". */
export const termsSentence = (event: TermsEvent): string => {
  switch (event.type) {
    case 'PricesSet':
      return event.data.prices === 'gross' ? 'Prices have tax in them' : 'Prices get tax on top'
    case 'ShippingRateSet':
      return `Shipping rate ${event.data.id}: ${shippingText(event.data)}`
    case 'ShippingRateRemoved':
      return `Shipping rate ${event.data.id} taken back`
    case 'TaxRateSet':
      return `Tax rate ${event.data.id}: ${taxText(event.data)}`
    case 'TaxRateRemoved':
      return `Tax rate ${event.data.id} taken back`
    case 'DiscountCodeSet':
      return `Code ${event.data.code}: ${codeText(event.data)}`
    case 'DiscountCodeWithdrawn':
      return `Code ${event.data.code} taken back`
    case 'SellerSet':
      return `The seller is ${isolated(event.data.name)}`
    case 'EditWindowSet':
      return `${time(event.data.seconds)} to change an order`
    case 'PaymentWindowSet':
      return `${time(event.data.seconds)} to pay an order`
    default:
      return exhaustive(event)
  }
}
