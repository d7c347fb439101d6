import type { LineChange } from '@/lib/domain/cart/line-changes'
import { exhaustive } from '@/lib/kernel/exhaustive'
import { formatCount, formatMoney } from '../ui/format'

/** What happens to a line, in the shop's words: "2 x Ceramic Mug come back". */
export const changeWords = (change: LineChange): string => {
  const { productName: name, quantity, unitPrice } = change.item
  switch (change.type) {
    case 'added':
      return `${formatCount(quantity)} x ${name} ${quantity === 1 ? 'comes' : 'come'} back`
    case 'removed':
      return `${formatCount(quantity)} x ${name} ${quantity === 1 ? 'goes' : 'go'}`
    case 'moved':
      return `${name} moves to where it was`
    case 'changed': {
      const { before } = change
      const counts = `${formatCount(before.quantity)} → ${formatCount(quantity)}`
      const price = `at ${formatMoney(unitPrice)} instead of ${formatMoney(before.unitPrice)}`
      const hasSamePrice = before.unitPrice.amount === unitPrice.amount
      if (before.quantity !== quantity)
        return hasSamePrice ? `${name} ${counts}` : `${name} ${counts}, ${price}`
      return hasSamePrice ? `${before.productName} is called ${name} again` : `${name} ${price}`
    }
    default:
      return exhaustive(change)
  }
}
