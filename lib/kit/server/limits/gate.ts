export interface GateLimits {
  readonly atOnce: number
  readonly atOncePerKey: number
  readonly waiting: number
  readonly waitingPerKey: number
}

export type Entered =
  | { readonly type: 'inside' }
  /** `cancel` gives up waiting, and tells whether it still did. */
  | { readonly type: 'waiting'; readonly cancel: () => boolean }
  | { readonly type: 'full'; readonly of: 'key' | 'all' }

type OnTurn = (leave: () => void) => void

/**
 * Lets so many in at once, and so many of one key. The others wait, a bounded number of them, and keys take turns: who
 * asks a lot waits behind oneself.
 */
export const createGate = (limits: GateLimits) => {
  const inside = new Map<string, number>()
  const waiting = new Map<string, Set<OnTurn>>()
  let insideAll = 0
  let waitingAll = 0

  const hasRoom = (key: string): boolean =>
    insideAll < limits.atOnce && (inside.get(key) ?? 0) < limits.atOncePerKey

  const letIn = (key: string, onTurn: OnTurn): void => {
    insideAll++
    inside.set(key, (inside.get(key) ?? 0) + 1)
    let isInside = true
    onTurn(() => {
      if (!isInside) return
      isInside = false
      insideAll--
      const left = (inside.get(key) ?? 1) - 1
      if (left > 0) inside.set(key, left)
      else inside.delete(key)
      letNextIn()
    })
  }

  const remove = (key: string, onTurn: OnTurn): boolean => {
    const line = waiting.get(key)
    if (!line?.delete(onTurn)) return false
    waitingAll--
    if (line.size === 0) waiting.delete(key)
    return true
  }

  const letNextIn = (): void => {
    if (insideAll >= limits.atOnce) return
    for (const [key, line] of waiting) {
      const [first] = line
      if (!first || !hasRoom(key)) continue
      remove(key, first)
      // Comes up again behind the others.
      if (waiting.delete(key)) waiting.set(key, line)
      letIn(key, first)
      return
    }
  }

  return {
    enter: (key: string, onTurn: OnTurn): Entered => {
      const line = waiting.get(key)
      if (!line && hasRoom(key)) {
        letIn(key, onTurn)
        return { type: 'inside' }
      }
      if ((line?.size ?? 0) >= limits.waitingPerKey) return { type: 'full', of: 'key' }
      if (waitingAll >= limits.waiting) return { type: 'full', of: 'all' }
      waiting.set(key, (line ?? new Set()).add(onTurn))
      waitingAll++
      return { type: 'waiting', cancel: () => remove(key, onTurn) }
    },
    /** How many are in, and how many wait. */
    counts: () => ({ inside: insideAll, waiting: waitingAll }),
  }
}

export type Gate = ReturnType<typeof createGate>
