import { extendOutline, type Outline, type OutlinedEvent, outlineOf } from '../../kit/history/outline'
import type { CartEvent } from './events'
import { isMilestone } from './milestones'

/** A version that stands out, and why. */
interface Mark {
  readonly version: number
  readonly type: string
}

/** A cart's whole history at a glance, with what stands out in it, in order of version. */
export interface MarkedOutline extends Outline {
  readonly marks: readonly Mark[]
}

type OutlinedCartEvent = OutlinedEvent & Pick<CartEvent, 'type'>

/** The outline of all events of a cart. */
export const cartOutlineOf = (events: readonly OutlinedCartEvent[]): MarkedOutline => ({
  ...outlineOf(events),
  marks: marksOf(events),
})

/** The outline with the events that follow it; the same where none does. */
export const extendCartOutline = (
  outline: MarkedOutline,
  events: readonly OutlinedCartEvent[],
): MarkedOutline => {
  const fresh = events.filter(({ version }) => version > outline.version)
  if (fresh.length === 0) return outline
  return { ...extendOutline(outline, fresh), marks: [...outline.marks, ...marksOf(fresh)] }
}

const marksOf = (events: readonly OutlinedCartEvent[]): Mark[] =>
  events.filter(isMilestone).map(({ version, type }) => ({ version, type }))
