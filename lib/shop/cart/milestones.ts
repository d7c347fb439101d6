import type { CartEvent, CartEventType } from './events'

const milestones: ReadonlySet<CartEventType> = new Set([
  'CartCreated',
  'CartRestored',
  'CartCheckedOut',
  'CartAbandoned',
])

export const milestoneTypes: readonly CartEventType[] = [...milestones]

/** Is it a beginning, a return or an end? What lies between only changes lines. */
export const isMilestone = ({ type }: Pick<CartEvent, 'type'>): boolean => milestones.has(type)
