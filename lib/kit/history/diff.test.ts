import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, diff, isRecord, type KeyOf, keyed, type PathStep } from './diff'

const byId: KeyOf = (thing) => (isRecord(thing) && typeof thing.id === 'string' ? thing.id : undefined)

describe('diff', () => {
  it('leads from any state to any other', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        expect(follow(before, diff(before, after, byId))).toEqual(after)
      }),
    )
  })

  it('finds nothing between states that are alike', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(diff(state, structuredClone(state), byId)).toEqual([])
      }),
    )
  })

  it('names each place once', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const places = diff(before, after, byId)
          .filter(({ type }) => type !== 'reordered')
          .map(({ path }) => JSON.stringify(path))
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it('knows a thing by its key wherever it stands', () => {
    const [mug, lamp] = [
      { id: 'mug', quantity: 2 },
      { id: 'lamp', quantity: 1 },
    ]
    const after = { items: [lamp, { ...mug, quantity: 3 }, { id: 'tea', quantity: 1 }], status: 'active' }
    expect(diff({ items: [mug, lamp], status: 'active' }, after, byId)).toEqual([
      { type: 'changed', path: ['items', { key: 'mug' }, 'quantity'], before: 2, after: 3 },
      { type: 'added', path: ['items', { key: 'tea' }], after: { id: 'tea', quantity: 1 } },
      { type: 'reordered', path: ['items'], before: ['mug', 'lamp'], after: ['lamp', 'mug', 'tea'] },
    ])
  })

  it('tells things of one key apart by their order', () => {
    const [three, two] = [
      { id: 'mug', quantity: 3 },
      { id: 'mug', quantity: 2 },
    ]
    expect(diff([three, two], [three, { ...two, quantity: 1 }], byId)).toEqual([
      { type: 'changed', path: [{ key: 'mug (2)' }, 'quantity'], before: 2, after: 1 },
    ])
    expect(diff([three, two], [three], byId)).toEqual([
      { type: 'removed', path: [{ key: 'mug (2)' }], before: two },
    ])
  })

  it('compares a list without keys place by place', () => {
    expect(diff([1, 2, 3], [1, 5], byId)).toEqual([
      { type: 'changed', path: [1], before: 2, after: 5 },
      { type: 'removed', path: [2], before: 3 },
    ])
  })
})

const thing = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.jsonValue({ maxDepth: 1 }) })
const things = fc.array(thing, { maxLength: 6 })
const anyState = fc.oneof(
  fc.record({ things, inner: fc.record({ things }), rest: fc.jsonValue() }),
  fc.array(thing),
  fc.jsonValue(),
)

/** A state changed as differences say; `depth` steps of their paths lead to it. */
const follow = (state: unknown, differences: readonly Difference[], depth = 0): unknown => {
  const here = differences.find(({ path }) => path.length === depth)
  if (here?.type === 'changed') return here.after
  if (!isRecord(state) && !Array.isArray(state)) return state
  const entries = new Map(entriesOf(state, differences[0]?.path[depth]))
  for (const [name, group] of byStep(differences, depth)) {
    const only = group[0]
    const isHere = only?.path.length === depth + 1
    if (isHere && only.type === 'removed') entries.delete(name)
    else if (isHere && only.type === 'added') entries.set(name, only.after)
    else entries.set(name, follow(entries.get(name), group, depth + 1))
  }
  if (here?.type === 'reordered') return here.after.map((key) => entries.get(key))
  return Array.isArray(state) ? [...entries.values()] : Object.fromEntries(entries)
}

const entriesOf = (
  state: unknown[] | Record<string, unknown>,
  step: PathStep | undefined,
): Iterable<[string | number, unknown]> => {
  if (!Array.isArray(state)) return Object.entries(state)
  return (typeof step !== 'number' && keyed(state, byId)) || state.entries()
}

const byStep = (differences: readonly Difference[], depth: number) => {
  const groups = new Map<string | number, Difference[]>()
  for (const difference of differences) {
    const step = difference.path[depth]
    if (step === undefined) continue
    const name = nameOf(step)
    groups.set(name, [...(groups.get(name) ?? []), difference])
  }
  return groups
}

const nameOf = (step: PathStep): string | number => (typeof step === 'object' ? step.key : step)
