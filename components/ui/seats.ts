/** Which place in the page each row has, by the row's key. */
export type Seats<Key> = ReadonlyMap<Key, number>

/**
 * Seats rows that are to be shown. Who was there keeps their place. Where none but `held` stays, the new ones take the
 * places of those who left: to write a row anew is a fraction of the work of making one.
 */
export const seat = <Key>(before: Seats<Key>, keys: readonly Key[], held?: Key): Seats<Key> => {
  const former = [...before.keys()]
  if (keys.length === former.length && keys.every((key, nth) => key === former[nth])) return before
  const staying = keys.filter((key) => before.has(key))
  const isJump = staying.every((key) => key === held)
  const kept = new Map(staying.map((key) => [key, before.get(key) as number]))
  const taken = new Set(kept.values())
  const free = isJump ? [...before.values()].filter((place) => !taken.has(place)) : []
  let fresh = Math.max(-1, ...before.values()) + 1
  return new Map(keys.map((key) => [key, kept.get(key) ?? free.shift() ?? fresh++]))
}
