import { type KeyStroke, strokeFrom } from './stroke'

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'getModifierState'
>

/**
 * What was pressed, by what it types on the keyboard's own layout; undefined for a modifier alone and while a
 * character is being composed. What AltGr or a Mac's Option makes a character of is that character.
 */
export const strokeOfEvent = (event: KeyPress, isApple: boolean): KeyStroke | undefined => {
  if (event.isComposing) return undefined
  const { key, altKey, shiftKey } = event
  const mod = event.ctrlKey || event.metaKey
  const isTyped = key.length === 1 && (event.getModifierState('AltGraph') || (isApple && altKey && !mod))
  return strokeFrom(
    isTyped ? { mod: false, alt: false, shift: shiftKey, key } : { mod, alt: altKey, shift: shiftKey, key },
  )
}
