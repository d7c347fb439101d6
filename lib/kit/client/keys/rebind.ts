import { type Bindings, bindKey, keyMap, unbindKey } from './bindings'
import type { DeskCommandId } from './desk-commands'
import { isReserved } from './reserved'
import { type KeyStroke, printStroke } from './stroke'

/** A command that waits for a key. */
export interface Rebinding {
  readonly id: DeskCommandId
  /** The key it gives up for it; without one the new key comes beside what it has. */
  readonly inPlaceOf: string | undefined
  /** A key one was told has another command already. */
  readonly contested: string | undefined
}

export type Rebound =
  | { readonly type: 'bound' | 'removed'; readonly bindings: Bindings }
  | { readonly type: 'conflict'; readonly key: string; readonly owner: DeskCommandId }
  | { readonly type: 'reserved'; readonly key: string }

const removing = new Set(['Backspace', 'Delete'])

/** What a key pressed for a command comes to. What another command has must be pressed twice to be taken from it. */
export const rebind = (
  bindings: Bindings,
  { id, inPlaceOf, contested }: Rebinding,
  stroke: KeyStroke,
): Rebound => {
  const key = printStroke(stroke)
  if (removing.has(key) && inPlaceOf !== undefined)
    return { type: 'removed', bindings: unbindKey(bindings, id, inPlaceOf) }
  if (isReserved(stroke)) return { type: 'reserved', key }
  const owner = keyMap(bindings).commandOf.get(key)
  return owner && owner !== id && key !== contested
    ? { type: 'conflict', key, owner }
    : { type: 'bound', bindings: bindKey(bindings, id, key, inPlaceOf) }
}
