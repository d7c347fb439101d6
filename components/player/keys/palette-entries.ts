import { type DeskCommandId, deskCommandIds, deskCommands } from '@/lib/kit/client/keys/desk-commands'
import { fuzzyScore } from './fuzzy'

/** One line of the palette. */
export type PaletteEntry =
  | { readonly type: 'command'; readonly id: DeskCommandId; readonly name: string; readonly canRun: boolean }
  | { readonly type: 'version'; readonly version: number; readonly name: string }
  | { readonly type: 'stream'; readonly streamId: string; readonly name: string }

export interface PaletteOffer {
  /** What the page knows, whether or not there is something to do now. */
  readonly knows: (id: DeskCommandId) => boolean
  readonly canRun: (id: DeskCommandId) => boolean
  /** The last version one can go to. */
  readonly head: number
  /** What other streams that may be opened are called; undefined where there are none. */
  readonly opens: string | undefined
}

/** What fits what was typed, best first: a number is a version, what looks like a stream's id a stream, the rest commands. */
export const paletteEntries = (typed: string, offer: PaletteOffer): readonly PaletteEntry[] => [
  ...versionNamed(typed, offer.head),
  ...commandsFor(typed, offer),
  ...streamNamed(typed, offer.opens),
]

const versionNamed = (typed: string, head: number): PaletteEntry[] => {
  const [, digits] = /^\s*v?(?:ersion)?\s*(\d{1,9})\s*$/i.exec(typed) ?? []
  const version = Number(digits)
  return digits && version <= head
    ? [{ type: 'version', version, name: `Go to version ${version} of ${head}` }]
    : []
}

const commandsFor = (typed: string, { knows, canRun }: PaletteOffer): PaletteEntry[] =>
  deskCommandIds
    .filter((id) => id !== 'palette' && knows(id))
    .map((id) => ({ id, score: fuzzyScore(typed, deskCommands[id].name) }))
    .filter(({ score }) => score !== undefined)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ id }) => ({ type: 'command', id, name: deskCommands[id].name, canRun: canRun(id) }))

const streamId = /^[A-Za-z0-9][A-Za-z0-9_.-]{3,63}$/

const streamNamed = (typed: string, noun: string | undefined): PaletteEntry[] => {
  const words = typed.trim().split(/\s+/)
  const id = words.at(-1) ?? ''
  if (noun === undefined || !streamId.test(id)) return []
  const [first, second] = words.map((word) => word.toLowerCase())
  const isCalled = words.length > 1 && (first === 'open' && words.length > 2 ? second : first) === noun
  return isCalled || /\d/.test(id) ? [{ type: 'stream', streamId: id, name: `Open ${noun} ${id}` }] : []
}
