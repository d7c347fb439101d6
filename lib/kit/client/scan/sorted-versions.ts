export type Direction = 'forward' | 'backward'

/** How many of the sorted versions are not after this one. */
export const countUpTo = (versions: Uint32Array, version: number): number => {
  let from = 0
  let until = versions.length
  while (from < until) {
    const middle = (from + until) >>> 1
    if ((versions[middle] as number) <= version) from = middle + 1
    else until = middle
  }
  return from
}

/** The next of the sorted versions from one on, not that one itself; undefined where there is none. */
export const nextVersion = (versions: Uint32Array, from: number, direction: Direction): number | undefined =>
  direction === 'forward' ? versions[countUpTo(versions, from)] : versions[countUpTo(versions, from - 1) - 1]

/** Sorted lists of versions as one, each version once. */
export const unionOf = (lists: readonly Uint32Array[]): Uint32Array => {
  const [only, ...others] = lists.filter((list) => list.length > 0)
  if (!only) return new Uint32Array(0)
  if (others.length === 0) return only
  return Uint32Array.from(new Set([only, ...others].flatMap((list) => [...list]))).sort()
}
