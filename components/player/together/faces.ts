import type { Looker } from '@/lib/kit/wire/socket'

/** How somebody is drawn in little room. */
export interface Face {
  /** Up to two letters, with a number where somebody before has the same. */
  readonly initials: string
  /** Which of the colours; others have another one as long as there are enough. */
  readonly color: number
}

/** A face for each, told apart by letters as well as by colour. */
export const facesOf = (others: readonly Looker[], colors: number): ReadonlyMap<string, Face> => {
  const letters = new Map<string, number>()
  const taken = new Set<number>()
  return new Map(
    others.map((other) => {
      const own = lettersOf(other.who.name ?? other.who.kind)
      const times = (letters.get(own) ?? 0) + 1
      letters.set(own, times)
      if (taken.size === colors) taken.clear()
      const color = firstFree(Number.parseInt(other.id.slice(0, 8), 16) % colors, colors, taken)
      taken.add(color)
      return [other.id, { initials: times === 1 ? own : `${own}${times}`, color }]
    }),
  )
}

const firstFree = (wished: number, colors: number, taken: ReadonlySet<number>): number =>
  taken.has(wished) ? firstFree((wished + 1) % colors, colors, taken) : wished

const lettersOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  const letters = ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
  return letters || '?'
}
