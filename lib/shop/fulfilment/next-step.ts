import { creditProvider, type OrderLook, type SeenPayment } from './look'
import type { FulfilmentState } from './state'

/** The one thing that is done next about an order's money. */
export type Step =
  | { readonly type: 'authorise'; readonly provider: 'card' | 'credit'; readonly amount: number }
  | {
      readonly type: 'capture'
      readonly payment: SeenPayment
      readonly amount: number
      readonly isLast: boolean
    }
  | { readonly type: 'release'; readonly payment: Pick<SeenPayment, 'paymentId' | 'provider'> }
  | { readonly type: 'giveBack'; readonly to: 'card' | 'credit'; readonly amount: number }
  | { readonly type: 'find' }
  | { readonly type: 'confirm' }
  | { readonly type: 'cancel' }
  | { readonly type: 'rest'; readonly windowAt?: string; readonly expiresAt?: string }

/** So often a provider is asked, where authorisations expire again and again. */
const mostAttempts = 5

/** What is next about an order as it was found: one thing at a time, so that nothing is done twice. */
export const nextStep = (look: OrderLook, at: string, state: FulfilmentState): Step => {
  const ours = look.payments.filter(({ isOurs }) => isOurs)
  if (state.awaited) {
    const { paymentId } = state.awaited
    // Somebody else heard of it before.
    if (look.payments.some((payment) => payment.paymentId === paymentId)) return { type: 'find' }
    if (look.isCancelled || look.toAuthorise === 0) {
      return { type: 'release', payment: { paymentId, provider: 'card' } }
    }
  }
  if (look.isCancelled) return afterCancelling(look, ours)
  const isHeld = ({ held }: SeenPayment) => held > 0
  const expired = ours.find((payment) => isHeld(payment) && isExpired(payment, at))
  if (expired) return { type: 'release', payment: expired }
  return (
    paying(look, state) ??
    capturing(look, ours.filter(isHeld), state) ??
    confirming(look, at) ??
    resting(look, at, ours.filter(isHeld))
  )
}

const isExpired = ({ expiresAt }: SeenPayment, at: string): boolean =>
  expiresAt !== undefined && expiresAt <= at

/** What is held is given up, and what was taken is given back. */
const afterCancelling = ({ payments }: OrderLook, ours: readonly SeenPayment[]): Step => {
  const held = ours.find(({ held }) => held > 0)
  if (held) return { type: 'release', payment: held }
  // Part of it went another way: whoever took that gives all of it back.
  if (payments.some(({ isOurs, paid }) => !isOurs && paid > 0)) return { type: 'rest' }
  const paidBy = (isCredit: boolean) =>
    ours.reduce(
      (sum, { provider, paid }) => ((provider === creditProvider) === isCredit ? sum + paid : sum),
      0,
    )
  const [byCard, byCredit] = [paidBy(false), paidBy(true)]
  if (byCard > 0) return { type: 'giveBack', to: 'card', amount: byCard }
  return byCredit > 0 ? { type: 'giveBack', to: 'credit', amount: byCredit } : { type: 'rest' }
}

/** Store credit is held first, then the rest is authorised; what can't be is the end of an order that wasn't confirmed. */
const paying = (
  { toHold, toAuthorise, hasReference, isConfirmed }: OrderLook,
  { isDeclined, attempts, awaited }: FulfilmentState,
): Step | undefined => {
  if (toAuthorise === 0 || awaited) return undefined
  if (isDeclined || attempts >= mostAttempts) return isConfirmed ? undefined : { type: 'cancel' }
  if (toHold > 0) return { type: 'authorise', provider: 'credit', amount: toHold }
  return hasReference ? { type: 'authorise', provider: 'card', amount: toAuthorise } : undefined
}

/** What was shipped is taken, from store credit first; once all was, the rest is given up. */
const capturing = (
  { toCapture, isAllShipped }: OrderLook,
  held: readonly SeenPayment[],
  { singles }: FulfilmentState,
): Step | undefined => {
  const isCredit = ({ provider }: SeenPayment) => provider === creditProvider
  const payment = held.find(isCredit) ?? held[0]
  if (!payment) return undefined
  if (toCapture === 0) return isAllShipped ? { type: 'release', payment } : undefined
  // What can be taken once is taken whole: what isn't sent of it after all is given back.
  const amount = singles.includes(payment.paymentId) ? payment.held : Math.min(toCapture, payment.held)
  return { type: 'capture', payment, amount, isLast: isAllShipped || amount === payment.held }
}

const confirming = ({ isConfirmed, toAuthorise, editableUntil }: OrderLook, at: string): Step | undefined =>
  !isConfirmed && toAuthorise === 0 && editableUntil <= at ? { type: 'confirm' } : undefined

const resting = (
  { isConfirmed, editableUntil }: OrderLook,
  at: string,
  held: readonly SeenPayment[],
): Step => {
  const [expiresAt] = held.flatMap((payment) => payment.expiresAt ?? []).sort()
  return {
    type: 'rest',
    ...(!isConfirmed && editableUntil > at && { windowAt: editableUntil }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}
