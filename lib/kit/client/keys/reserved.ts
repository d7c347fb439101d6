import type { KeyStroke } from './stroke'

const ofThePage = new Set(['Enter', 'Escape', 'Tab', 'Backspace', 'Delete'])
const ofTheBrowser = new Set([...'acflnpqrstvwx'])

/** Keys that must go on doing what they do everywhere: moving about, pressing, copying, opening a tab. */
export const isReserved = ({ mod, alt, key }: KeyStroke): boolean =>
  ofThePage.has(key) || (mod && !alt && ofTheBrowser.has(key)) || /^F\d+$/.test(key)
