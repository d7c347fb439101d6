import type { ProcessInput } from '../../kit/processes/process'
import type { EffectDone } from '../../kit/processes/process-events'
import { momentAfter, type Reaction, runEffect, sendCommand, setTimer } from '../../kit/processes/reactions'
import type { CartCreated, CartReopened } from '../cart/events'
import type { CartActivity } from './activity'
import type { AbandonmentEvent } from './events'
import type { AbandonmentState } from './state'

export type AbandonmentInput = CartCreated | CartReopened

type Reactions = readonly Reaction<AbandonmentEvent>[]

/** What is done about a cart that is left alone: every rule is in this file. Who adds to a cart is no input: nothing waits for this. */
export const reactToCart = (input: ProcessInput<AbandonmentInput>, state: AbandonmentState): Reactions => {
  switch (input.type) {
    case 'CartCreated':
    case 'CartReopened':
      return [watched(input.streamId), look(input.streamId)]
    case 'TimerFired':
      return [look(state.cartId)]
    case 'EffectDone':
      return reactToEffect(input, state)
    case 'CommandAnswered':
      // Closed it is, or somebody was at it meanwhile.
      return [look(state.cartId)]
  }
}

const look = (cartId: string) => runEffect('look', 'cart-activity', { cartId })

const reactToEffect = ({ data }: EffectDone, state: AbandonmentState): Reactions =>
  data.name === 'look' ? reactToActivity(data.answer as CartActivity, data.at, state) : []

/** The one timer reads the last activity when it fires, and is set anew from there. */
const reactToActivity = (activity: CartActivity, at: string, state: AbandonmentState): Reactions => {
  const isWatched = state.status === 'watching'
  if (!activity.isOpen) return isWatched ? [{ type: 'WatchEnded', data: {} }] : []
  // It was opened again while somebody looked at it as it was before.
  const begun: Reactions = isWatched ? [] : [watched(state.cartId)]
  return [...begun, ...reactToOpen(activity, at, state)]
}

const watched = (cartId: string): AbandonmentEvent => ({ type: 'CartWatched', data: { cartId } })

const reactToOpen = (
  activity: CartActivity,
  at: string,
  { cartId, idleSince }: AbandonmentState,
): Reactions => {
  const { isEmpty, seen, lastAt, mayRemind, remindAfterMs, abandonAfterMs } = activity
  const next = (ms: number) => setTimer('idle', momentAfter(lastAt, ms))
  const idleMs = Date.parse(at) - Date.parse(lastAt)
  if (idleMs < remindAfterMs) return [next(remindAfterMs)]
  if (idleMs >= abandonAfterMs) {
    const command = { type: 'AbandonCart', reason: 'Left alone', idleSince: lastAt, seen }
    return [sendCommand('abandon', { type: 'cart', id: cartId }, command)]
  }
  if (idleSince === lastAt) return [next(abandonAfterMs)]
  const isReminded = mayRemind && !isEmpty
  return [
    { type: 'CartIdled', data: { since: lastAt, isReminded } },
    ...(isReminded ? [runEffect('reminder', 'cart-reminder', { cartId })] : []),
    next(abandonAfterMs),
  ]
}
