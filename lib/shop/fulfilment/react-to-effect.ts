import type { EffectDone } from '../../kit/processes/process-events'
import { cancelTimer, runEffect } from '../../kit/processes/reactions'
import type { CaptureAnswer, FindAnswer, RefundAnswer, ReleaseAnswer } from './answers'
import { look, record, tellOrder } from './asks'
import type { Reactions } from './inputs'
import type { OrderLook } from './look'
import { nextStep } from './next-step'
import type { FulfilmentState } from './state'
import { setDeadline, takeStep } from './take-step'

/** What is done about what was found, or came of what was asked for. */
export const reactToEffect = ({ data }: EffectDone, state: FulfilmentState): Reactions => {
  const { name, answer, at } = data
  switch (name) {
    case 'look':
      return reactToLook(answer as OrderLook, at, state)
    case 'terms':
      return setDeadline(answer as OrderLook, state)
    case 'deadline':
      return reactToDeadline(answer as OrderLook, state)
    case 'authorise':
    case 'find':
      return reactToAuthorisation(answer as FindAnswer, at, state)
    case 'capture':
      return reactToCapture(answer as CaptureAnswer, state)
    case 'release':
      return reactToRelease(answer as ReleaseAnswer, state)
    case 'mail':
      return []
    default:
      return reactToRefund(answer as RefundAnswer)
  }
}

const reactToLook = (found: OrderLook, at: string, state: FulfilmentState): Reactions =>
  // Something happened while somebody looked.
  found.version < state.movedTo ? [look(state)] : takeStep(nextStep(found, at, state), found, at, state)

const reactToDeadline = (found: OrderLook, state: FulfilmentState): Reactions => {
  const isUnpaid = found.toAuthorise > 0 && !found.isConfirmed && !found.isCancelled
  if (!isUnpaid) return []
  const reason = 'It was not paid in time'
  return [tellOrder(state, 'time', { type: 'CancelOrder', reason, cancelledBy: 'time' })]
}

const reactToAuthorisation = (answer: FindAnswer, at: string, state: FulfilmentState): Reactions => {
  const settled: Reactions = state.awaited
    ? [{ type: 'PaymentSettled', data: { paymentId: state.awaited.paymentId } }, cancelTimer('poll')]
    : []
  switch (answer.type) {
    case 'authorised': {
      const { paymentId, provider, amount, captures, expiresAt } = answer
      return [
        ...settled,
        ...(captures === 'single' ? [{ type: 'SingleCaptureFound', data: { paymentId } } as const] : []),
        tellOrder(state, 'authorised', {
          type: 'RecordAuthorisation',
          paymentId,
          provider,
          amount,
          ...(expiresAt !== undefined && { expiresAt }),
        }),
      ]
    }
    case 'declined': {
      const { type: _, key: __, ...failed } = answer
      return [
        { type: 'PaymentDeclined', data: { code: answer.code } },
        cancelTimer('poll'),
        record(state, { type: 'RecordPaymentFailure', ...failed }),
      ]
    }
    case 'actionRequired':
    case 'pending':
      return awaitPayment(answer, at, state)
    case 'unknown':
      return state.awaited ? awaitPayment(state.awaited, at, state) : [look(state)]
  }
}

interface Awaited {
  readonly paymentId: string
  readonly key: string
  readonly url?: string | undefined
}

/** The order is looked at all the same: it may have been cancelled meanwhile. Whoever rests then sets the timer to ask again. */
const awaitPayment = ({ paymentId, key, url }: Awaited, at: string, state: FulfilmentState): Reactions => {
  const since = state.awaited?.since ?? at
  const data = { paymentId, key, since, ...(url !== undefined && { url }) }
  return [{ type: 'PaymentAwaited', data }, look(state)]
}

const reactToCapture = (answer: CaptureAnswer, state: FulfilmentState): Reactions => {
  const { paymentId, provider } = answer
  if (answer.type === 'captured') {
    const { captureId, amount } = answer
    return [record(state, { type: 'RecordCapture', paymentId, captureId, amount })]
  }
  // It is held no more: what the order needs is authorised anew.
  return [runEffect('release', 'payment-release', { orderId: state.orderId, paymentId, provider })]
}

const reactToRelease = ({ paymentId }: ReleaseAnswer, state: FulfilmentState): Reactions =>
  state.awaited?.paymentId === paymentId
    ? [{ type: 'PaymentSettled', data: { paymentId } }, cancelTimer('poll'), look(state)]
    : [record(state, { type: 'RecordRelease', paymentId })]

const reactToRefund = (answer: RefundAnswer): Reactions => {
  if (answer.type === 'refunded') return []
  const { refund: refundId, code, message } = answer
  return [{ type: 'RefundRefused', data: { refundId, code, message } }]
}
