import type { ProcessInput } from '../../kit/processes/process'
import type { CommandAnswered, TimerFired } from '../../kit/processes/process-events'
import { momentAfter, runEffect, setTimer } from '../../kit/processes/reactions'
import type { OrderPlaced } from '../order/events'
import { evolveOrder } from '../order/evolve'
import { initialOrder } from '../order/state'
import { confirm, find, look } from './asks'
import type { LineProduct } from './events'
import { evolveFulfilment } from './evolve'
import { moveGoods } from './goods'
import type { FollowedEvent, FulfilmentInput, Reactions } from './inputs'
import { lookAt } from './look'
import { nextStep } from './next-step'
import { reactToEffect } from './react-to-effect'
import { sendRefund } from './refunds'
import { type FulfilmentState, initialFulfilment } from './state'
import { authorise } from './take-step'

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
    case 'OrderPlaced':
      return begin(input)
    default:
      // It was placed before orders were seen through.
      if (state.status === 'none') return []
      return [...moveOn(input, state), ...moveGoods(input, state), ...sendRefund(input), ...write(input)]
  }
}

/** What is placed says all that is to be known of it: mostly it is paid for without a look. */
const begin = (placed: FulfilmentInput & OrderPlaced): Reactions => {
  const { lines, amounts, editableUntil } = placed.data
  const { streamId: orderId, occurredAt: placedAt } = placed
  const { total, discountCode } = amounts
  const followed = {
    orderId,
    currency: total.currency,
    placedAt,
    products: productsOf(lines),
    editableUntil,
    ...(discountCode !== undefined && { discountCode }),
  }
  const state = evolveFulfilment(initialFulfilment(orderId), { type: 'OrderFollowed', data: followed })
  const order = evolveOrder(initialOrder(orderId), placed)
  const step = nextStep(lookAt(order, new Set()), placedAt, state)
  return [
    { type: 'OrderFollowed', data: followed },
    ...(step.type === 'authorise' ? [...authorise(step, state), look(state, 'terms')] : [look(state)]),
  ]
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
  if (name === 'authorised') return mayConfirm(answer, at, state) ? [confirm(state, at)] : [look(state)]
  if (name === 'record') return [look(state)]
  if (name !== 'confirm' && name !== 'giveBack' && name !== 'cancel') return []
  if (answer.type === 'accepted') return [look(state)]
  const refused = { type: 'StepRefused', data: { step: name, code: answer.rejection.type } } as const
  if (state.refusals < mostRefusals) return [refused, look(state)]
  const rested = { type: 'Rested', data: { version: state.restedAt } } as const
  return [refused, rested, setTimer('again', momentAfter(at, againMs))]
}

/** Most likely it is covered now: where it isn't, the order's rules say so, and it is looked at. */
const mayConfirm = (
  answer: CommandAnswered['data']['answer'],
  at: string,
  { editableUntil, attempts, movedTo }: FulfilmentState,
): boolean =>
  answer.type === 'accepted' &&
  answer.version <= movedTo + 1 &&
  attempts === 1 &&
  editableUntil !== undefined &&
  editableUntil <= at
