/** A version, or null for live at the head. */
export type Position = number | null

export type FollowStep =
  | { readonly type: 'stay' }
  | { readonly type: 'go'; readonly to: Position }
  | { readonly type: 'stop' }

interface FollowInput {
  readonly theirs: Position
  readonly mine: Position
  /** Where following began, or led last. */
  readonly led: Position
  readonly head: number
}

/** What following somebody asks for next: whoever is elsewhere than it led moved by their own hand, and that ends it. */
export const followStep = ({ theirs, mine, led, head }: FollowInput): FollowStep => {
  const isAt = (one: Position, other: Position) => atHead(one, head) === atHead(other, head)
  if (!isAt(mine, led)) return { type: 'stop' }
  return isAt(theirs, mine) ? { type: 'stay' } : { type: 'go', to: atHead(theirs, head) }
}

/** Who is at the head, or was ahead of what has come here, is live. */
const atHead = (position: Position, head: number): Position =>
  position === null || position >= head ? null : position
