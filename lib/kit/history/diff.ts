/** One step into a state: a field's name, a place in a list, or the key of a thing in a list of things. */
export type PathStep = string | number | { readonly key: string }

export type Path = readonly PathStep[]

/** One difference between two states, at the deepest place that has one. */
export type Difference =
  | { readonly type: 'added'; readonly path: Path; readonly after: unknown }
  | { readonly type: 'removed'; readonly path: Path; readonly before: unknown }
  | { readonly type: 'changed'; readonly path: Path; readonly before: unknown; readonly after: unknown }
  /** The things of a list, by their keys, stand in another order than what was, followed by what is new. */
  | {
      readonly type: 'reordered'
      readonly path: Path
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

/** What tells a thing of a list from the others, wherever it stands; undefined for what has no such name. */
export type KeyOf = (thing: unknown) => string | undefined

/**
 * What leads from one plain JSON value to another. Lists whose things all have keys are compared
 * thing by thing, others place by place. What is said of a thing or field is all there is to say of it: going by the
 * differences, the first becomes the second.
 */
export const diff = (before: unknown, after: unknown, keyOf: KeyOf, path: Path = []): Difference[] => {
  if (Object.is(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [keyed(before, keyOf), keyed(after, keyOf)]
    return was && is ? diffThings(was, is, keyOf, path) : diffPlaces(before, after, keyOf, path)
  }
  if (isRecord(before) && isRecord(after)) return diffFields(before, after, keyOf, path)
  return [{ type: 'changed', path, before, after }]
}

/** A list's things by their keys, in its order: of several with one key, `mug` and `mug (2)`. Undefined where one has none. */
export const keyed = (list: readonly unknown[], keyOf: KeyOf): Map<string, unknown> | undefined => {
  const things = new Map<string, unknown>()
  for (const thing of list) {
    const key = keyOf(thing)
    if (key === undefined) return undefined
    let name = key
    for (let nth = 2; things.has(name); nth++) name = `${key} (${nth})`
    things.set(name, thing)
  }
  return things
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const diffFields = (
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  keyOf: KeyOf,
  path: Path,
): Difference[] =>
  diffEntries(new Map(Object.entries(before)), new Map(Object.entries(after)), keyOf, (name) => [
    ...path,
    name,
  ])

const diffPlaces = (
  before: readonly unknown[],
  after: readonly unknown[],
  keyOf: KeyOf,
  path: Path,
): Difference[] =>
  diffEntries(new Map(before.entries()), new Map(after.entries()), keyOf, (place) => [...path, place])

const diffThings = (
  before: Map<string, unknown>,
  after: Map<string, unknown>,
  keyOf: KeyOf,
  path: Path,
): Difference[] => {
  const differences = diffEntries(before, after, keyOf, (key) => [...path, { key }])
  const kept = [...before.keys()].filter((key) => after.has(key))
  const unmoved = [...kept, ...[...after.keys()].filter((key) => !before.has(key))]
  const order = [...after.keys()]
  if (order.every((key, place) => unmoved[place] === key)) return differences
  return [...differences, { type: 'reordered', path, before: [...before.keys()], after: order }]
}

const diffEntries = <Name extends string | number>(
  before: Map<Name, unknown>,
  after: Map<Name, unknown>,
  keyOf: KeyOf,
  pathTo: (name: Name) => Path,
): Difference[] => {
  const differences: Difference[] = []
  for (const [name, was] of before) {
    if (after.has(name)) differences.push(...diff(was, after.get(name), keyOf, pathTo(name)))
    else differences.push({ type: 'removed', path: pathTo(name), before: was })
  }
  for (const [name, is] of after)
    if (!before.has(name)) differences.push({ type: 'added', path: pathTo(name), after: is })
  return differences
}
