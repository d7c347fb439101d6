import { exhaustive } from '../../kit/kernel/exhaustive'
import { cancelTimer, momentAfter, runEffect, setTimer } from '../../kit/processes/reactions'
import { money } from '../money'
import { confirm, find, tellOrder } from './asks'
import type { Reactions } from './inputs'
import type { OrderLook } from './look'
import type { Step } from './next-step'
import type { FulfilmentState } from './state'

const firstPollMs = 15_000

/** What it asks for to have a step done. */
export const takeStep = (step: Step, look: OrderLook, at: string, state: FulfilmentState): Reactions => {
  const { orderId, currency } = state
  switch (step.type) {
    case 'authorise':
      return [...deadline(look, state), ...authorise(step, state)]
    case 'capture': {
      const { payment, amount, isLast } = step
      const { paymentId, provider } = payment
      return [runEffect('capture', 'payment-capture', { orderId, paymentId, provider, amount, isLast })]
    }
    case 'release': {
      const { paymentId, provider } = step.payment
      return [runEffect('release', 'payment-release', { orderId, paymentId, provider })]
    }
    case 'giveBack': {
      const { to, amount } = step
      return [
        tellOrder(state, 'giveBack', {
          type: 'IssueRefund',
          refundId: `cancelled-${to}-${orderId}`,
          amount: money(amount, currency),
          to,
          reason: 'The order was cancelled',
        }),
      ]
    }
    case 'find':
      return find(state)
    case 'confirm':
      return [confirm(state, at)]
    case 'cancel':
      return [
        tellOrder(state, 'cancel', {
          type: 'CancelOrder',
          reason: 'It could not be paid',
          cancelledBy: 'payment',
        }),
      ]
    case 'rest':
      return rest(step, look, at, state)
    default:
      return exhaustive(step)
  }
}

const rest = (
  { windowAt, expiresAt }: Extract<Step, { type: 'rest' }>,
  { version, toAuthorise, isCancelled }: OrderLook,
  at: string,
  state: FulfilmentState,
): Reactions => [
  {
    type: 'Rested',
    data: {
      version,
      ...(windowAt !== undefined && { windowAt }),
      ...(expiresAt !== undefined && { expiresAt }),
    },
  },
  ...timer('window', windowAt, state.windowAt),
  ...timer('expiry', expiresAt, state.expiresAt),
  ...(isCancelled || toAuthorise === 0 ? [cancelTimer('deadline')] : []),
  ...(state.awaited ? [poll(state.awaited.since, at)] : []),
]

/** Asks the provider, or the customer's account, to hold an amount. */
export const authorise = (
  { provider, amount }: Extract<Step, { type: 'authorise' }>,
  { orderId }: Pick<FulfilmentState, 'orderId'>,
): Reactions => [
  { type: 'AuthorisationTried', data: { provider, amount } },
  runEffect('authorise', 'payment-authorise', { orderId, provider, amount }),
]

/** Set once: whatever becomes of what is asked of a provider, it has that long. */
const deadline = (look: OrderLook, state: FulfilmentState): Reactions =>
  state.attempts === 0 ? setDeadline(look, state) : []

export const setDeadline = (
  { payWithinMs }: OrderLook,
  { placedAt }: Pick<FulfilmentState, 'placedAt'>,
): Reactions => (payWithinMs === undefined ? [] : [setTimer('deadline', momentAfter(placedAt, payWithinMs))])

const timer = (name: string, dueAt: string | undefined, was: string | undefined): Reactions => {
  if (dueAt === was) return []
  return [dueAt === undefined ? cancelTimer(name) : setTimer(name, dueAt)]
}

/** Asks again what became of a payment: soon at first, then after half as long again as it was awaited. */
const poll = (since: string, at: string) =>
  setTimer('poll', momentAfter(at, Math.max(firstPollMs, (Date.parse(at) - Date.parse(since)) / 2)))
