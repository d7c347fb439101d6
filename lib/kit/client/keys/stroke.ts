/** A key with what is held down while it is pressed. */
export interface KeyStroke {
  /** Cmd on a Mac, Ctrl elsewhere. */
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** A character as it is typed (letters small), `Space`, or the browser's name for the key: `ArrowLeft`. */
  readonly key: string
}

const modifiers = new Set(['Alt', 'AltGraph', 'Control', 'Fn', 'Hyper', 'Meta', 'Mod', 'Shift', 'Super'])
const locks = new Set(['CapsLock', 'FnLock', 'NumLock', 'ScrollLock', 'SymbolLock'])
const noKeys = new Set(['Compose', 'Dead', 'Process', 'Unidentified'])

const isNamed = (key: string): boolean =>
  /^[A-Z][A-Za-z0-9]+$/.test(key) && !modifiers.has(key) && !locks.has(key) && !noKeys.has(key)

const isOneCharacter = (key: string): boolean => [...key].length === 1 && !/[\s\p{C}]/u.test(key)

const isLetter = (key: string): boolean =>
  isOneCharacter(key) && key.toLowerCase() !== key.toUpperCase() && isOneCharacter(key.toLowerCase())

/** One way to say each key, or undefined for what isn't one: Shift belongs to a sign such as `?`, but not to a letter. */
export const strokeFrom = ({ mod, alt, shift, key }: KeyStroke): KeyStroke | undefined => {
  if (key === ' ') return { mod, alt, shift, key: 'Space' }
  if (isLetter(key)) return { mod, alt, shift, key: key.toLowerCase() }
  if (isOneCharacter(key)) return { mod, alt, shift: false, key }
  return isNamed(key) ? { mod, alt, shift, key } : undefined
}

/** As it is stored: `Space`, `j`, `Shift+ArrowRight`, `Mod+k`. */
export const printStroke = ({ mod, alt, shift, key }: KeyStroke): string =>
  `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`

/** Reads what `printStroke` writes; undefined for anything else. */
export const parseStroke = (text: string): KeyStroke | undefined => {
  const [, mod, alt, shift, key = ''] = /^(Mod\+)?(Alt\+)?(Shift\+)?(.+)$/s.exec(text) ?? []
  const stroke = strokeFrom({ mod: !!mod, alt: !!alt, shift: !!shift, key })
  return stroke && printStroke(stroke) === text ? stroke : undefined
}

/** Does it type a character? Speech input says such keys by accident, so that people must be able to be rid of them. */
export const isCharacter = ({ mod, alt, key }: KeyStroke): boolean =>
  !mod && !alt && (key === 'Space' || isOneCharacter(key))
