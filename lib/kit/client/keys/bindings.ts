import { type DeskCommandId, deskCommandIds, deskCommands } from './desk-commands'
import { isCharacter, parseStroke } from './stroke'

/** What a person changed about the keys; a command that isn't named has its own. */
export interface Bindings {
  readonly keys: Readonly<Partial<Record<DeskCommandId, readonly string[]>>>
  /** False: keys that type a character do nothing. */
  readonly characters: boolean
}

export const defaultBindings: Bindings = { keys: {}, characters: true }

/** Which keys each command has, and the way back. No key has two commands. */
export interface KeyMap {
  readonly keysOf: ReadonlyMap<DeskCommandId, readonly string[]>
  readonly commandOf: ReadonlyMap<string, DeskCommandId>
}

/** What a person chose comes before what a command has by itself; of two who claim a key the first has it. */
export const keyMap = ({ keys }: Bindings): KeyMap => {
  const commandOf = new Map<string, DeskCommandId>()
  const claim = (id: DeskCommandId, wanted: readonly string[]) => {
    for (const key of wanted) if (!commandOf.has(key)) commandOf.set(key, id)
  }
  for (const id of deskCommandIds) claim(id, keys[id] ?? [])
  for (const id of deskCommandIds) if (!keys[id]) claim(id, deskCommands[id].keys)
  const keysOf = new Map(
    deskCommandIds.map((id) => [id, wantedBy(keys, id).filter((key) => commandOf.get(key) === id)]),
  )
  return { keysOf, commandOf }
}

const wantedBy = (keys: Bindings['keys'], id: DeskCommandId): readonly string[] => [
  ...new Set(keys[id] ?? deskCommands[id].keys),
]

/** Gives a command a key, in the place of one it had or beside them; whoever had it goes without. */
export const bindKey = (bindings: Bindings, id: DeskCommandId, key: string, inPlaceOf?: string): Bindings => {
  const { keysOf, commandOf } = keyMap(bindings)
  const had = keysOf.get(id) ?? []
  const without = unbindKey(bindings, commandOf.get(key) ?? id, key)
  const rest = had.filter((each) => each !== key || each === inPlaceOf)
  const now =
    inPlaceOf && rest.includes(inPlaceOf)
      ? rest.map((each) => (each === inPlaceOf ? key : each))
      : [...rest, key]
  return { ...without, keys: { ...without.keys, [id]: now } }
}

/** Takes a key from a command. */
export const unbindKey = (bindings: Bindings, id: DeskCommandId, key: string): Bindings => {
  const had = keyMap(bindings).keysOf.get(id) ?? []
  return had.includes(key)
    ? { ...bindings, keys: { ...bindings.keys, [id]: had.filter((each) => each !== key) } }
    : bindings
}

/** Gives a command its own keys back, whoever has them now. */
export const resetKeys = (bindings: Bindings, id: DeskCommandId): Bindings => {
  const freed = deskCommands[id].keys.reduce((left, key) => {
    const owner = keyMap(left).commandOf.get(key)
    return owner && owner !== id ? unbindKey(left, owner, key) : left
  }, bindings)
  const { [id]: _, ...keys } = freed.keys
  return { ...freed, keys }
}

/** Has a command other keys than its own? */
export const isChanged = (map: KeyMap, id: DeskCommandId): boolean =>
  (map.keysOf.get(id) ?? []).join(' ') !== deskCommands[id].keys.join(' ')

/** Does a key do anything, as a person has set it? */
export const isHeard = ({ characters }: Bindings, key: string): boolean => {
  const stroke = parseStroke(key)
  return stroke !== undefined && (characters || !isCharacter(stroke))
}
