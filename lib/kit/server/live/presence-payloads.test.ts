import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NodeMessage } from './presence-node'
import { payloadsOf, readPayload } from './presence-payloads'

const name = fc.string({ maxLength: 80, unit: 'binary' })
const look = fc.record({
  id: fc.uuid(),
  stream: fc.record({ type: fc.constantFrom('notebook', 'album'), id: fc.uuid() }),
  person: fc.constant('p'),
  kind: fc.constantFrom('staff', 'member'),
  name: fc.option(name),
  version: fc.option(fc.nat(100_000)),
  since: fc.nat(),
  movedAt: fc.nat(),
})
const message: fc.Arbitrary<NodeMessage> = fc.record({
  node: fc.uuid(),
  fresh: fc.boolean(),
  asks: fc.boolean(),
  looks: fc.array(look, { maxLength: 120 }),
  left: fc.array(fc.uuid(), { maxLength: 400 }),
})

test('every part fits into a NOTIFY, and all parts together say what was said', () => {
  fc.assert(
    fc.property(message, (said) => {
      const payloads = payloadsOf(said)
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
      const heard = payloads.map((payload) => readPayload(payload) as NodeMessage)
      expect(heard.flatMap(({ looks }) => looks)).toEqual(said.looks)
      expect(heard.flatMap(({ left }) => left)).toEqual(said.left)
      expect(heard.map(({ fresh }) => fresh)).toEqual(heard.map((_, index) => said.fresh && index === 0))
      expect(heard.map(({ asks }) => asks)).toEqual(heard.map((_, index) => said.asks && index === 0))
    }),
    { numRuns: 50 },
  )
})

test('what cannot be read is nothing', () => {
  expect(readPayload('')).toBeUndefined()
  expect(readPayload('{"node":7}')).toBeUndefined()
})

test('what a node of a version before tells of streams of one type is nothing, and takes nothing down', () => {
  const before = {
    id: '1',
    notebookId: 'a',
    person: 'p',
    kind: 'staff',
    name: null,
    version: null,
    since: 0,
    movedAt: 0,
  }
  const said = { node: 'old', fresh: true, asks: true, looks: [before], left: [] }
  expect(readPayload(JSON.stringify(said))).toBeUndefined()
  expect(readPayload(JSON.stringify({ ...said, looks: [] }))).toEqual({ ...said, looks: [] })
})
