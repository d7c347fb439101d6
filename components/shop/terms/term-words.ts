import type { DiscountCode, ShippingRate, TaxRate } from '@/lib/shop/amounts/pricing-terms'
import { money } from '@/lib/shop/money'
import { countryName } from '@/lib/shop/wire/countries'
import { formatCount } from '../../ui/format'
import { isolated } from '../../ui/named'
import { formatMoney } from '../money-format'
import { formatRate } from '../order-amounts'

const placesText = (countries: readonly string[]): string =>
  countries.length === 0 ? 'wherever no other names' : countries.map(countryName).join(', ')

const stepsText = ({ by, steps }: ShippingRate): string =>
  steps
    .map(({ from, price }) => {
      const start = by === 'weight' ? `${formatCount(from)} g` : formatMoney(money(from, price.currency))
      return `${formatMoney(price)} from ${start} on`
    })
    .join(', ')

/** Where a rate ships to, and for how much. */
export const shippingText = (rate: ShippingRate): string =>
  `To ${placesText(rate.countries)}: ${stepsText(rate)}`

const thingsText = (on: TaxRate['on']): string =>
  on.type === 'all' ? 'everything' : on.type === 'shipping' ? 'shipping' : isolated(on.category)

/** What a tax is on, where, and since when. */
export const taxText = ({ rate, on, countries, from }: TaxRate): string =>
  `${formatRate(rate)} on ${thingsText(on)}, ${placesText(countries)}, from ${from.slice(0, 10)} on`

const worthText = ({ worth }: DiscountCode): string => {
  switch (worth.type) {
    case 'percent':
      return `${formatRate(worth.rate)} off the goods`
    case 'amount':
      return `${formatMoney(worth.amount)} off the goods`
    case 'freeShipping':
      return 'Shipping for nothing'
  }
}

/** What a code is worth, and when and how often it holds. */
export const codeText = (code: DiscountCode): string =>
  [
    worthText(code),
    code.minimum && `from ${formatMoney(code.minimum)} on`,
    code.from && `holds from ${code.from.slice(0, 10)}`,
    code.until && `until ${code.until.slice(0, 10)}`,
    code.limit && `for ${formatCount(code.limit)} orders`,
    code.limitPerCustomer && `${formatCount(code.limitPerCustomer)} for each customer`,
  ]
    .filter(Boolean)
    .join(', ')
