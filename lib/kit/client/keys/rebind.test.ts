import { expect, test } from 'vitest'
import { defaultBindings, keyMap } from './bindings'
import { type Rebinding, rebind } from './rebind'
import { parseStroke } from './stroke'

const given = (rebinding: Partial<Rebinding> = {}) => ({
  when: (key: string) => {
    const stroke = parseStroke(key)
    if (!stroke) throw new Error(`${key} is no key`)
    const waiting = { id: 'compare', inPlaceOf: 'c', contested: undefined, ...rebinding } as const
    return rebind(defaultBindings, waiting, stroke)
  },
})

const keysAfter = (rebound: ReturnType<typeof rebind>, id: Rebinding['id']) =>
  'bindings' in rebound ? keyMap(rebound.bindings).keysOf.get(id) : rebound

test('a free key is taken', () => {
  expect(keysAfter(given().when('x'), 'compare')).toEqual(['x'])
  expect(keysAfter(given({ inPlaceOf: undefined }).when('x'), 'compare')).toEqual(['c', 'x'])
  expect(keysAfter(given().when('c'), 'compare')).toEqual(['c'])
})

test('what another command has is told first, and taken when pressed again', () => {
  expect(given().when('k')).toEqual({ type: 'conflict', key: 'k', owner: 'next' })
  const taken = given({ contested: 'k' }).when('k')
  expect(keysAfter(taken, 'compare')).toEqual(['k'])
  expect(keysAfter(taken, 'next')).toEqual(['ArrowRight'])
  expect(given({ contested: 'k' }).when('j')).toMatchObject({ type: 'conflict', owner: 'previous' })
})

test('Delete takes the key away; what page and browser need is refused', () => {
  expect(keysAfter(given().when('Delete'), 'compare')).toEqual([])
  expect(given({ inPlaceOf: undefined }).when('Delete')).toEqual({ type: 'reserved', key: 'Delete' })
  expect(given().when('Mod+c')).toEqual({ type: 'reserved', key: 'Mod+c' })
})
