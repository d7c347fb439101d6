import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderRejection } from '@/lib/shop/order/decide'
import type { OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import { orderRules } from '@/lib/shop/order/what-if-order'
import { readOrderHistory, toOrderHistoryFile } from '@/lib/shop/order/wire/order-history-file'
import type { Beside, WhatIfView } from '../../../player/view/what-if-view'
import { historyFiles } from '../../history-files'
import { StepAmount } from '../../step-amount'
import { orderEventOf, orderForms, usualOrderValues, valuesOfOrderEvent } from './order-forms'
import type { LineNames } from './order-names'
import { orderRefusal } from './order-refusal'

const isSame = ({ branch, truth }: Beside<OrderState>): boolean =>
  branch.status === truth.status &&
  JSON.stringify([branch.lines, branch.amounts, balanceOf(branch)]) ===
    JSON.stringify([truth.lines, truth.amounts, balanceOf(truth)])

/** How orders are shown as they could have been. */
export const orderWhatIfView: WhatIfView<OrderState, OrderEvent, OrderRejection, LineNames> = {
  rules: orderRules,
  choices: [
    { type: 'OrderReturned', name: 'Pieces came back' },
    { type: 'RefundIssued', name: 'Refund issued' },
    { type: 'OrderShipped', name: 'Shipped' },
    { type: 'OrderDelivered', name: 'Delivered' },
    { type: 'OrderConfirmed', name: 'Confirmed' },
    { type: 'OrderCancelled', name: 'Cancelled' },
    { type: 'QuantityCancelled', name: 'Pieces cancelled' },
    { type: 'PaymentAuthorised', name: 'Payment authorised' },
    { type: 'PaymentReceived', name: 'Payment received' },
    { type: 'AmountCorrected', name: 'Amount corrected' },
  ],
  formOf: (type) => orderForms[type],
  valuesOf: valuesOfOrderEvent,
  usualValues: usualOrderValues,
  eventOf: orderEventOf,
  suggestions: (names) => [...names],
  refusalWords: orderRefusal,
  isAlike: isSame,
  StepFigure: ({ branch, truth }) => (
    <StepAmount
      name="Outstanding"
      branch={balanceOf(branch).outstanding}
      truth={balanceOf(truth).outstanding}
    />
  ),
  ...historyFiles('order', readOrderHistory, toOrderHistoryFile),
}
