import type { CartEvent } from './events'

/** The versions to restore for an undo and for a redo; undefined where there is nothing to take back, or to bring back. */
export interface UndoTargets {
  readonly undo: number | undefined
  readonly redo: number | undefined
}

/**
 * What undo and redo mean on a cart, told from its events alone: all of them, or those after a version `from`,
 * further than which there is no undo then.
 *
 * A change is what one command made happen; `commandOf` says which, by the event's index among those given. The changes make a
 * row of versions that starts at the cart's creation, and one stands on one of them. A restore to the version
 * before in the row is an undo: one stands there now. A restore to the version after is a redo. Anything else,
 * any other restore too, is a new change: the row ends with it, and what was undone can't be redone any more.
 * So undo, again and again, leads back to the creation, whoever made the changes. A closed cart has neither.
 */
export const undoTargets = (
  events: readonly CartEvent[],
  commandOf: (index: number) => string,
  from = 0,
): UndoTargets => {
  const row: number[] = from > 0 ? [from] : []
  let at = row.length - 1
  for (const [index, event] of events.entries()) {
    if (event.type === 'CartCheckedOut' || event.type === 'CartAbandoned') return nothing
    const isWhole = index === events.length - 1 || commandOf(index + 1) !== commandOf(index)
    if (!isWhole && event.type !== 'CartCreated') continue
    const version = from + index + 1
    const restored = event.type === 'CartRestored' ? event.data.toVersion : undefined
    if (at > 0 && restored === row[at - 1]) at--
    else if (restored !== undefined && restored === row[at + 1]) at++
    else {
      row[++at] = version
      if (row.length > at + 1) row.length = at + 1
    }
  }
  return { undo: row[at - 1], redo: row[at + 1] }
}

const nothing: UndoTargets = { undo: undefined, redo: undefined }
