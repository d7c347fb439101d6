import { expect, test } from 'vitest'
import { lookersFor } from './presence-lookers'
import type { Look } from './presence-looks'

const stream = { type: 'notebook', id: 'a' }

const lookOf = (person: string, more: Partial<Look> = {}): Look => ({
  id: `tab of ${person}`,
  stream,
  person,
  kind: 'staff',
  name: person,
  version: null,
  since: 0,
  movedAt: 0,
  ...more,
})
const ann = lookOf('ann', { kind: 'member', name: null, version: 3 })
const sue = lookOf('sue', { since: 1, version: 7 })
const tom = lookOf('tom', { since: 2 })

test('staff sees the names of staff, and the member', () => {
  expect(lookersFor(stream, [tom, sue, ann], { person: 'tom', role: 'staff' })).toEqual({
    streamType: 'notebook',
    streamId: 'a',
    count: 2,
    lookers: [
      { id: 'ann', who: { kind: 'member', name: null }, version: 3 },
      { id: 'sue', who: { kind: 'staff', name: 'sue' }, version: 7 },
    ],
  })
})

test('a member sees that it is staff, not who', () => {
  const { lookers } = lookersFor(stream, [ann, sue], { person: 'ann', role: 'member' })
  expect(lookers).toEqual([{ id: 'sue', who: { kind: 'staff', name: null }, version: 7 }])
})

test('a person with several tabs is one, where the last moved tab is', () => {
  const tabs = [
    lookOf('sue', { id: '1', version: 4, movedAt: 10 }),
    lookOf('sue', { id: '2', version: 9, movedAt: 30, since: 5 }),
    lookOf('sue', { id: '3', version: 2, movedAt: 20 }),
  ]
  const { count, lookers } = lookersFor(stream, tabs, { person: 'tom', role: 'staff' })
  expect(count).toBe(1)
  expect(lookers.map(({ version }) => version)).toEqual([9])
  expect(lookersFor(stream, tabs, { person: 'sue', role: 'staff' }).count).toBe(0)
})

test('a crowd is counted, the first of it named', () => {
  const crowd = Array.from({ length: 300 }, (_, index) => lookOf(`p${index}`, { since: 300 - index }))
  const { count, lookers } = lookersFor(stream, crowd, { person: 'p0', role: 'staff' })
  expect(count).toBe(299)
  expect(lookers).toHaveLength(20)
  expect(lookers[0]?.id).toBe('p299')
})
