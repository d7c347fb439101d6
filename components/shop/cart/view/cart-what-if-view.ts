import type { CartRejection } from '@/lib/shop/cart/decide'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import { lineChanges } from '@/lib/shop/cart/line-changes'
import type { CartState } from '@/lib/shop/cart/state'
import { cartRules } from '@/lib/shop/cart/what-if-cart'
import { readCartHistory, toCartHistoryFile } from '@/lib/shop/cart/wire/cart-history-file'
import type { WhatIfView } from '../../../player/view/what-if-view'
import { problemWords } from '../../file-problem-words'
import { eventForms } from './event-fields'
import { eventOf, usualValues, valuesOf } from './event-values'
import { judgementWords } from './judgement-words'
import type { ProductNames } from './product-names'
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
  judgementWords: (judgement, { data }, names) =>
    judgementWords(judgement, names, 'productId' in data ? data.productId : undefined),
  isAlike: ({ branch, truth }) =>
    truth.status === branch.status && lineChanges(truth.items, branch.items).length === 0,
  StepFigure: StepTotal,
  readFile: (text) => {
    const read = readCartHistory(text)
    if (read.type === 'refused') return { type: 'refused', words: problemWords(read.problem, 'cart') }
    const { before, events } = read.history
    return { type: 'read', history: { streamId: before.id, before, events } }
  },
  writeFile: (origin, before, events) => JSON.stringify(toCartHistoryFile(origin, before, events), null, 2),
}
