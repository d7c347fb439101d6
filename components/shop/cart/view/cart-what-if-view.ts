import type { CartRejection } from '@/lib/shop/cart/decide'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import { lineChanges } from '@/lib/shop/cart/line-changes'
import type { CartState } from '@/lib/shop/cart/state'
import { cartRules } from '@/lib/shop/cart/what-if-cart'
import { readCartHistory, toCartHistoryFile } from '@/lib/shop/cart/wire/cart-history-file'
import type { WhatIfView } from '../../../player/view/what-if-view'
import { historyFiles } from '../../history-files'
import { eventForms } from './event-fields'
import { eventOf, usualValues, valuesOf } from './event-values'
import { nameOf, type ProductNames } from './product-names'
import { refusalWords } from './refusal-words'
import { StepTotal } from './step-total'

const types = Object.keys(eventForms) as CartEventType[]

/** How carts are shown as they could have been. */
export const cartWhatIfView: WhatIfView<CartState, CartEvent, CartRejection, ProductNames> = {
  rules: cartRules,
  choices: types.map((type) => ({ type, name: eventForms[type].name })),
  formOf: (type) => eventForms[type],
  valuesOf,
  usualValues,
  eventOf,
  suggestions: (names) => [...names],
  refusalWords: (rejection, { data }, names) =>
    refusalWords(rejection, 'productId' in data ? nameOf(names, data.productId) : undefined),
  isAlike: ({ branch, truth }) =>
    truth.status === branch.status && lineChanges(truth.items, branch.items).length === 0,
  StepFigure: StepTotal,
  ...historyFiles('cart', readCartHistory, toCartHistoryFile),
}
