import { exhaustive } from '../../kit/kernel/exhaustive'
import type { TermsEvent } from './events'
import type { TermsState } from './state'

/** The terms after one more event. Trusts the event: the rules are in `decide`. */
export const evolveTerms = (terms: TermsState, event: TermsEvent): TermsState => ({
  ...terms,
  ...changeOf(terms, event),
  version: terms.version + 1,
})

const changeOf = (terms: TermsState, event: TermsEvent): Partial<TermsState> => {
  switch (event.type) {
    case 'PricesSet':
      return { prices: event.data.prices }
    case 'ShippingRateSet':
      return { shippingRates: put(terms.shippingRates, event.data, idOf) }
    case 'ShippingRateRemoved':
      return { shippingRates: without(terms.shippingRates, event.data.id, idOf) }
    case 'TaxRateSet':
      return { taxRates: put(terms.taxRates, event.data, idOf) }
    case 'TaxRateRemoved':
      return { taxRates: without(terms.taxRates, event.data.id, idOf) }
    case 'DiscountCodeSet':
      return { discountCodes: put(terms.discountCodes, event.data, codeOf) }
    case 'DiscountCodeWithdrawn':
      return { discountCodes: without(terms.discountCodes, event.data.code, codeOf) }
    case 'SellerSet':
      return { seller: event.data }
    case 'EditWindowSet':
      return { editWindowSeconds: event.data.seconds }
    case 'PaymentWindowSet':
      return { paymentWindowSeconds: event.data.seconds }
    default:
      return exhaustive(event)
  }
}

const idOf = ({ id }: { readonly id: string }): string => id
const codeOf = ({ code }: { readonly code: string }): string => code

/** In the place of the one of the same name, else at the end. */
const put = <Term>(terms: readonly Term[], term: Term, nameOf: (term: Term) => string): readonly Term[] =>
  terms.some((other) => nameOf(other) === nameOf(term))
    ? terms.map((other) => (nameOf(other) === nameOf(term) ? term : other))
    : [...terms, term]

const without = <Term>(
  terms: readonly Term[],
  name: string,
  nameOf: (term: Term) => string,
): readonly Term[] => terms.filter((term) => nameOf(term) !== name)
