import type { KeyStroke } from './stroke'

interface KeyName {
  readonly sign: string
  readonly spoken: string
}

const named: Record<string, KeyName> = {
  ArrowLeft: { sign: '←', spoken: 'Left arrow' },
  ArrowRight: { sign: '→', spoken: 'Right arrow' },
  ArrowUp: { sign: '↑', spoken: 'Up arrow' },
  ArrowDown: { sign: '↓', spoken: 'Down arrow' },
  PageUp: { sign: 'Page Up', spoken: 'Page Up' },
  PageDown: { sign: 'Page Down', spoken: 'Page Down' },
  '[': { sign: '[', spoken: 'Left bracket' },
  ']': { sign: ']', spoken: 'Right bracket' },
  '/': { sign: '/', spoken: 'Slash' },
  '?': { sign: '?', spoken: 'Question mark' },
  ',': { sign: ',', spoken: 'Comma' },
  '.': { sign: '.', spoken: 'Full stop' },
  '+': { sign: '+', spoken: 'Plus' },
  '-': { sign: '-', spoken: 'Minus' },
}

const nameOf = (key: string): KeyName => {
  const shown = key.length === 1 ? key.toUpperCase() : key
  return named[key] ?? { sign: shown, spoken: shown }
}

/** As the keyboard shows it: `⇧⌘Z` on a Mac, `Ctrl Shift Z` elsewhere. */
export const strokeSign = ({ mod, alt, shift, key }: KeyStroke, isApple: boolean): string => {
  const { sign } = nameOf(key)
  return isApple
    ? `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${sign}`
    : `${mod ? 'Ctrl ' : ''}${alt ? 'Alt ' : ''}${shift ? 'Shift ' : ''}${sign}`
}

/** As one says it: `Command Shift Z`, `Shift Left arrow`. */
export const strokeSpoken = ({ mod, alt, shift, key }: KeyStroke, isApple: boolean): string =>
  [
    mod && (isApple ? 'Command' : 'Control'),
    alt && (isApple ? 'Option' : 'Alt'),
    shift && 'Shift',
    nameOf(key).spoken,
  ]
    .filter((part) => part !== false)
    .join(' ')

/** For `aria-keyshortcuts`, which knows no key that is one here and another there: `Control+Z Meta+Z`. */
export const strokeAria = ({ mod, alt, shift, key }: KeyStroke): string => {
  const rest = `${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key}`
  return mod ? `Control+${rest} Meta+${rest}` : rest
}
