import { cart } from '../../../shop/cart/cart'
import { valueInCart } from '../../../shop/cart/wire/value-in-cart'
import { isSame } from '../../history/is-same'
import type { CartValue, Condition } from '../../wire/condition/condition'
import { holds } from '../../wire/condition/holds'
import type { EventFilter } from '../../wire/event-filter/event-filter'
import { matchesEvent, type NameOf } from '../../wire/event-filter/matches-event'
import type { ScannedEvent } from '../../wire/scan'
import { goesOn } from './run'

/** What all events of a cart can be asked. */
export type Question =
  /** Which events match? */
  | { readonly type: 'matches'; readonly filter: EventFilter }
  /** At which versions did it turn true, or false? By turns, beginning with what it isn't for a cart not created. */
  | { readonly type: 'turns'; readonly condition: Condition }
  /** At which versions did the value become another? */
  | { readonly type: 'changes'; readonly value: CartValue }
  /** Of the events that match: at which versions does a run begin, the first at the first of them? */
  | { readonly type: 'runs'; readonly filter: EventFilter }

/** Asks one event after the other, from the first on, whether it is an answer. */
export type Asker = (event: ScannedEvent) => boolean

export const askerOf = (question: Question, nameOf: NameOf): Asker => {
  switch (question.type) {
    case 'matches':
      return matchesEvent(question.filter, nameOf)
    case 'turns':
      return changesOf(holds(question.condition))
    case 'changes':
      return changesOf((state) => valueInCart(question.value, state))
    case 'runs':
      return beginningsOf(matchesEvent(question.filter, nameOf))
  }
}

const beginningsOf = (matches: Asker): Asker => {
  let before: ScannedEvent | undefined
  return (event) => {
    if (!matches(event)) return false
    const begins = before === undefined || !goesOn(before, event)
    before = event
    return begins
  }
}

const changesOf = (select: (state: ReturnType<typeof cart.initial>) => unknown): Asker => {
  let state = cart.initial('')
  let before = select(state)
  return (event) => {
    state = cart.evolve(state, event)
    const after = select(state)
    const isOther = !isSame(before, after)
    before = after
    return isOther
  }
}
