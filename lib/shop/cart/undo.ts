import type { CartEvent, CartEventType } from './events'

/** The versions to restore for an undo and for a redo; undefined where there is nothing to take back, or to bring back. */
export interface UndoTargets {
  readonly undo: number | undefined
  readonly redo: number | undefined
}

/** Events that come along with a command, or with time, and are no act of anybody's: there is nothing of them to take back. */
const besides: ReadonlySet<CartEventType> = new Set(['ItemRepriced', 'CartAbandoned', 'CartReopened'])

/**
 * What undo and redo mean on a cart, told from its events alone: all of them, or those after a version `from`,
 * further than which there is no undo then.
 *
 * An act is what one command made happen, a restore too; `commandOf` says which, by the event's index among those given.
 * Acts lead from place to place in a row that starts at the cart's creation, and one stands on one of them. An event
 * that says it was an undo leads to the place before, a redo to the place after; whatever else happens, whoever does it,
 * is a new act: the row ends with it, and what was undone can't be redone any more. So undo takes back the last act,
 * and again and again leads back to the creation. A closed cart has neither.
 */
export const undoTargets = (
  events: readonly CartEvent[],
  commandOf: (index: number) => string,
  from = 0,
): UndoTargets => {
  const last = events.at(-1)?.type
  if (last === 'CartCheckedOut' || last === 'CartAbandoned') return nothing
  // A place is all versions at which the cart was so: undone and done again it comes by it once more.
  const row: number[][] = from > 0 ? [[from]] : []
  let at = row.length - 1
  let act: CartEvent | undefined
  for (const [index, event] of events.entries()) {
    const version = from + index + 1
    if (!besides.has(event.type)) act = event
    else if (!act) row[at]?.push(version)
    const isWhole = index === events.length - 1 || commandOf(index + 1) !== commandOf(index)
    if (!act || (!isWhole && event.type !== 'CartCreated')) continue
    const next = placeAfter(act, row, at)
    if (next === undefined) row.splice(++at, row.length, [version])
    else {
      at = next
      row[at]?.push(version)
    }
    act = undefined
  }
  return { undo: row[at - 1]?.[0], redo: row[at + 1]?.[0] }
}

/** Where an undo or a redo leads; undefined for whatever is a new act. */
const placeAfter = (act: CartEvent, row: readonly (readonly number[])[], at: number): number | undefined => {
  if (act.type !== 'CartRestored' || !act.data.step) return undefined
  const next = act.data.step === 'undo' ? at - 1 : at + 1
  return row[next]?.includes(act.data.toVersion) ? next : undefined
}

const nothing: UndoTargets = { undo: undefined, redo: undefined }
