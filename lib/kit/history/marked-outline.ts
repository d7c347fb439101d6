import { extendOutline, type Outline, type OutlinedEvent, outlineOf } from './outline'

/** A version that stands out, and why. */
export interface OutlineMark {
  readonly version: number
  readonly type: string
}

/** A stream's whole history at a glance, with what stands out in it, in order of version. */
export interface MarkedOutline extends Outline {
  readonly marks: readonly OutlineMark[]
}

/** The outline of all events of a stream. `milestones` are the types of those that stand out. */
export const markedOutlineOf = (
  events: readonly OutlinedEvent[],
  milestones: readonly string[],
): MarkedOutline => ({ ...outlineOf(events), marks: marksOf(events, milestones) })

/** The outline with the events that follow it; the same where none does. */
export const extendMarkedOutline = (
  outline: MarkedOutline,
  events: readonly OutlinedEvent[],
  milestones: readonly string[],
): MarkedOutline => {
  const fresh = events.filter(({ version }) => version > outline.version)
  if (fresh.length === 0) return outline
  return { ...extendOutline(outline, fresh), marks: [...outline.marks, ...marksOf(fresh, milestones)] }
}

const marksOf = (events: readonly OutlinedEvent[], milestones: readonly string[]): OutlineMark[] =>
  events.filter(({ type }) => milestones.includes(type)).map(({ version, type }) => ({ version, type }))
