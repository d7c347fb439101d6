import type { ProcessInput } from '../../kit/processes/process'
import type { CommandAnswered, TimerFired } from '../../kit/processes/process-events'
import { momentAfter, runEffect, setTimer } from '../../kit/processes/reactions'
import { find, look } from './asks'
import type { LineProduct } from './events'
import { moveGoods } from './goods'
import type { FollowedEvent, FulfilmentInput, Reactions } from './inputs'
import { reactToEffect } from './react-to-effect'
import { sendRefund } from './refunds'
import type { FulfilmentState } from './state'

const mostRefusals = 2
const againMs = 60_000

/**
 * Sees an order through. About its money one thing is done at a time: whatever happens, the order is looked at as it is then, the next step is
 * taken (`next-step.ts`), and what came of it is recorded in the order. Goods, refunds and mails follow from what happened.
 */
export const reactToOrder = (input: ProcessInput<FollowedEvent>, state: FulfilmentState): Reactions => {
  switch (input.type) {
    case 'TimerFired':
      return reactToTimer(input, state)
    case 'EffectDone':
      return reactToEffect(input, state)
    case 'CommandAnswered':
      return reactToAnswer(input, state)
    case 'OrderPlaced': {
      const { lines, amounts } = input.data
      const { streamId: orderId, occurredAt: placedAt } = input
      const { total, discountCode } = amounts
      const followed = {
        orderId,
        currency: total.currency,
        placedAt,
        products: productsOf(lines),
        ...(discountCode !== undefined && { discountCode }),
      }
      return [{ type: 'OrderFollowed', data: followed }, look({ orderId })]
    }
    default:
      // It was placed before orders were seen through.
      if (state.status === 'none') return []
      return [...moveOn(input, state), ...moveGoods(input, state), ...sendRefund(input), ...write(input)]
  }
}

const productsOf = (lines: readonly LineProduct[]): readonly LineProduct[] =>
  lines.map(({ lineId, productId }) => ({ lineId, productId }))

/** The order is looked at, unless it was by now; while something is under way, after that. */
const moveOn = (event: FulfilmentInput, { orderId, status, restedAt }: FulfilmentState): Reactions => {
  const { version } = event
  if (event.type !== 'OrderItemsUpdated' && version <= restedAt) return []
  const products = event.type === 'OrderItemsUpdated' ? { products: productsOf(event.data.lines) } : {}
  return [
    { type: 'OrderMoved', data: { version, ...products } },
    ...(status === 'busy' ? [] : [look({ orderId })]),
  ]
}

const write = (event: FulfilmentInput): Reactions => {
  const mail = (about: string, more: object = {}) => [
    runEffect('mail', 'order-mail', { orderId: event.streamId, about, ...more }),
  ]
  switch (event.type) {
    case 'OrderConfirmed':
      return mail('confirmed')
    case 'OrderShipped':
      return mail('shipped', { shipment: event.data.shipment })
    case 'OrderCancelled':
      return mail('cancelled')
    default:
      return []
  }
}

const reactToTimer = ({ data: { name } }: TimerFired, state: FulfilmentState): Reactions => {
  if (name === 'deadline') return [look(state, 'deadline')]
  const woken = { type: 'Woken', data: {} } as const
  if (state.status === 'busy') return [woken]
  return [woken, ...(name === 'poll' && state.awaited ? find(state) : [look(state)])]
}

const reactToAnswer = ({ data }: CommandAnswered, state: FulfilmentState): Reactions => {
  const { name, answer, at } = data
  if (name === 'record') return [look(state)]
  if (name !== 'confirm' && name !== 'giveBack' && name !== 'cancel') return []
  if (answer.type === 'accepted') return [look(state)]
  const refused = { type: 'StepRefused', data: { step: name, code: answer.rejection.type } } as const
  if (state.refusals < mostRefusals) return [refused, look(state)]
  const rested = { type: 'Rested', data: { version: state.restedAt } } as const
  return [refused, rested, setTimer('again', momentAfter(at, againMs))]
}
