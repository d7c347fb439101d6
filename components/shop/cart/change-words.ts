import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { LineChange } from '@/lib/shop/cart/line-changes'
import { formatCount } from '../../ui/format'
import { named } from '../../ui/named'
import { formatMoney } from '../money-format'

/** Whether a change is told as what bringing the cart back does, or as what differs between two versions. */
export type Voice = 'restoring' | 'comparing'

const voices = {
  restoring: {
    added: ['comes back', 'come back'],
    removed: ['goes', 'go'],
    moved: 'moves to where it was',
    renamed: (before: string, after: string) => `${before} is called ${after} again`,
  },
  comparing: {
    added: ['added', 'added'],
    removed: ['removed', 'removed'],
    moved: 'has another place',
    renamed: (before: string, after: string) => `${before} is called ${after}`,
  },
} as const

/** A line's change, in the shop's words: "2 x Ceramic Mug come back". */
export const changeWords = (change: LineChange, voice: Voice): string => {
  const { productName, quantity, unitPrice } = change.item
  const name = named(productName)
  const says = voices[voice]
  switch (change.type) {
    case 'added':
    case 'removed':
      return `${formatCount(quantity)} x ${name} ${says[change.type][quantity === 1 ? 0 : 1]}`
    case 'moved':
      return `${name} ${says.moved}`
    case 'changed': {
      const { before } = change
      const counts = `${formatCount(before.quantity)} → ${formatCount(quantity)}`
      const price = `at ${formatMoney(unitPrice)} instead of ${formatMoney(before.unitPrice)}`
      const hasSamePrice = before.unitPrice.amount === unitPrice.amount
      if (before.quantity !== quantity)
        return hasSamePrice ? `${name}: ${counts}` : `${name}: ${counts}, ${price}`
      return hasSamePrice ? says.renamed(named(before.productName), name) : `${name} ${price}`
    }
    default:
      return exhaustive(change)
  }
}
