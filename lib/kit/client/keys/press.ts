import { isHeard } from './bindings'
import type { Keys } from './bindings-store'
import { deskCommands } from './desk-commands'
import type { DeskRegistry } from './desk-registry'
import { type KeyStroke, printStroke } from './stroke'

interface Press {
  readonly stroke: KeyStroke
  /** The key is being held. */
  readonly repeat: boolean
}

/** What a key does at the desk: nothing of ours, or it is ours, with something to do or not. */
export type Pressed =
  | { readonly type: 'notOurs' }
  | { readonly type: 'ours'; readonly run: (() => void) | undefined }

export const press = (
  { stroke, repeat }: Press,
  { bindings, map }: Keys,
  { knows, actionOf }: Pick<DeskRegistry, 'knows' | 'actionOf'>,
): Pressed => {
  const key = printStroke(stroke)
  const id = isHeard(bindings, key) ? map.commandOf.get(key) : undefined
  if (!id || !knows(id)) return { type: 'notOurs' }
  const goesOn = !repeat || deskCommands[id].repeats
  return { type: 'ours', run: goesOn ? actionOf(id) : undefined }
}
