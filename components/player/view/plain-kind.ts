import { Asterisk } from 'lucide-react'
import { type EventKind, kind, kindColors } from './event-kind'

const colors = Object.keys(kindColors) as (keyof typeof kindColors)[]
const made = new Map<string, EventKind>()

/** The kind of a type of event that nothing more is known of: its colour goes by its name. */
export const plainKind = (type: string): EventKind => {
  const known = made.get(type) ?? kind(Asterisk, 'square', colors[hashOf(type) % colors.length] ?? 'stone')
  made.set(type, known)
  return known
}

const hashOf = (text: string): number => {
  let hash = 0
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return hash
}
