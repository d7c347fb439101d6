'use client'

import { isHeard } from './bindings'
import { useKeys } from './bindings-store'
import type { DeskCommandId } from './desk-commands'
import { useIsApple } from './platform'
import { parseStroke } from './stroke'
import { strokeAria, strokeSign } from './stroke-names'

/** How a command's key is shown, and what `aria-keyshortcuts` says of it. Both are undefined without a key. */
export interface Shortcut {
  readonly sign: string | undefined
  readonly aria: string | undefined
}

export const useShortcut = (id: DeskCommandId): Shortcut => {
  const { bindings, map } = useKeys()
  const isApple = useIsApple()
  const heard = (map.keysOf.get(id) ?? []).filter((key) => isHeard(bindings, key))
  const strokes = heard.map(parseStroke).filter((stroke) => stroke !== undefined)
  const [first] = strokes
  return {
    sign: first && strokeSign(first, isApple),
    aria: first && strokes.map(strokeAria).join(' '),
  }
}
