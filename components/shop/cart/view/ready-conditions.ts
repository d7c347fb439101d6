import type { Condition } from '@/lib/kit/wire/condition/condition'
import { printCondition } from '@/lib/kit/wire/condition/print-condition'
import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { minorUnits } from '@/lib/shop/wire/minor-units'
import type { ReadyCondition } from '../../../player/view/search-view'
import { named } from '../../../ui/named'
import { formatMoney } from '../../money-format'

/** Conditions that make sense for a cart like this one. */
export const readyConditions = (cart: CartState): readonly ReadyCondition[] => {
  const [first] = cart.items
  return [
    totalOver(cart),
    ...(first
      ? [
          ready(`${named(first.productName)} is in it`, { type: 'has', of: first.productName }),
          ready(`2 or more of ${named(first.productName)}`, {
            type: 'compare',
            value: { type: 'named', name: 'quantity', of: first.productName },
            operator: '>=',
            to: 2,
          }),
        ]
      : []),
    ready('It is empty', { type: 'compare', value: { type: 'named', name: 'lines' }, operator: '=', to: 0 }),
    ready('Checked out', {
      type: 'compare',
      value: { type: 'named', name: 'status' },
      operator: '=',
      to: 'checkedOut',
    }),
  ]
}

const ready = (name: string, condition: Condition): ReadyCondition => ({
  name,
  text: printCondition(condition),
})

/** Half of what it comes to, in round figures: so that it was likely crossed. */
const totalOver = (cart: CartState): ReadyCondition => {
  const { amount, currency } = cartTotal(cart)
  const units = minorUnits(currency)
  const half = Math.max(1, amount / units / 2)
  const step = 10 ** Math.floor(Math.log10(half))
  const to = Math.floor(half / step) * step
  return ready(`Total over ${formatMoney({ amount: to * units, currency })}`, {
    type: 'compare',
    value: { type: 'named', name: 'total' },
    operator: '>',
    to,
  })
}
