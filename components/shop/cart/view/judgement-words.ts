import type { Judgement, Verdict } from '@/lib/kit/history/what-if-judge'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartRejection } from '@/lib/shop/cart/decide'
import type { CartEvent } from '@/lib/shop/cart/events'
import { rejectionSentence } from '../rejection-sentence'
import { nameOf, type ProductNames } from './product-names'
import { sentence } from './sentence'

/** What became of a step that didn't just happen as it stands; undefined for one that did. */
export const judgementWords = (
  judgement: Judgement<CartEvent, CartRejection>,
  names: ProductNames,
  productId?: string,
): string | undefined => {
  if (judgement.type === 'skipped') return 'Skipped'
  if (judgement.type !== 'waived') return verdictWords(judgement, names, productId)
  const words = verdictWords(judgement.verdict, names, productId)
  return words && `It happened so, though today’s rules say: ${words}`
}

const verdictWords = (
  verdict: Verdict<CartEvent, CartRejection>,
  names: ProductNames,
  productId: string | undefined,
): string | undefined => {
  switch (verdict.type) {
    case 'accepted':
      return undefined
    case 'adjusted':
      return `Here it becomes: ${verdict.events.map((event) => sentence(event, names)).join('; ')}`
    case 'idle':
      return 'Nothing to do: it is so already'
    case 'refused':
      return ruleWords(verdict.rejection, productId && nameOf(names, productId))
    default:
      return exhaustive(verdict)
  }
}

/** The rule that refuses, said of a cart nobody is shopping with. */
const ruleWords = (rejection: CartRejection, product: string | undefined): string => {
  switch (rejection.type) {
    case 'CartNotFound':
      return 'There is no cart yet at this point.'
    case 'CartAlreadyCheckedOut':
      return 'The cart is checked out by then and stays as it is.'
    case 'CartAbandoned':
      return 'The cart is abandoned by then and stays as it is.'
    case 'ProductNotFound':
      return `There is no ${product ?? 'such product'} in the cart at this point.`
    default:
      return rejectionSentence(rejection, product)
  }
}
