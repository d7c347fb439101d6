import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bindings,
  bindKey,
  defaultBindings,
  isChanged,
  isHeard,
  keyMap,
  resetKeys,
  unbindKey,
} from './bindings'
import { deskCommandIds, deskCommands } from './desk-commands'
import { isReserved } from './reserved'
import { readBindings } from './stored-bindings'
import { parseStroke } from './stroke'

const keysOf = (bindings: Bindings, id: (typeof deskCommandIds)[number]) => keyMap(bindings).keysOf.get(id)

const id = fc.constantFrom(...deskCommandIds)
const key = fc.constantFrom('Space', 'j', 'k', 'x', 'Shift+x', '[', 'Mod+k', 'Mod+z', 'Home', 'ArrowLeft')
const change = fc.oneof(
  fc.record({ id, key }).map(
    ({ id, key }) =>
      (bindings: Bindings) =>
        bindKey(bindings, id, key),
  ),
  fc.record({ id, key, old: key }).map(
    ({ id, key, old }) =>
      (bindings: Bindings) =>
        bindKey(bindings, id, key, old),
  ),
  fc.record({ id, key }).map(
    ({ id, key }) =>
      (bindings: Bindings) =>
        unbindKey(bindings, id, key),
  ),
  id.map((id) => (bindings: Bindings) => resetKeys(bindings, id)),
)
const changed = fc
  .array(change, { maxLength: 12 })
  .map((changes) => changes.reduce((bindings, make) => make(bindings), defaultBindings))

const expectOneCommandForEachKey = (bindings: Bindings) => {
  const { keysOf, commandOf } = keyMap(bindings)
  const all = [...keysOf].flatMap(([id, keys]) => keys.map((key) => [key, id] as const))
  expect(new Map(all)).toEqual(commandOf)
  expect(all).toHaveLength(commandOf.size)
}

describe('the keys commands come with', () => {
  it('are keys, free to use, and each has one command', () => {
    const all = deskCommandIds.flatMap((id) => deskCommands[id].keys)
    expect(new Set(all).size).toBe(all.length)
    const strokes = all.map(parseStroke)
    expect(strokes.some((stroke) => !stroke || isReserved(stroke))).toBe(false)
    for (const id of deskCommandIds) expect(keysOf(defaultBindings, id)).toEqual(deskCommands[id].keys)
  })
})

describe('changing keys', () => {
  it('never leaves two commands on one key', () => {
    fc.assert(fc.property(changed, expectOneCommandForEachKey))
  })

  it('gives a command the key it is to have, and nobody else', () => {
    fc.assert(
      fc.property(changed, id, key, (bindings, id, key) => {
        expect(keyMap(bindKey(bindings, id, key)).commandOf.get(key)).toBe(id)
        expect(keysOf(unbindKey(bindings, id, key), id)).not.toContain(key)
      }),
    )
  })

  it('gives a command its own keys back', () => {
    fc.assert(
      fc.property(changed, id, (bindings, id) => {
        const back = resetKeys(bindings, id)
        expect(keysOf(back, id)).toEqual(deskCommands[id].keys)
        expect(isChanged(keyMap(back), id)).toBe(false)
      }),
    )
  })

  it('puts a key in the place of another, and leaves the rest', () => {
    const bindings = bindKey(defaultBindings, 'previous', 'p', 'j')
    expect(keysOf(bindings, 'previous')).toEqual(['p', 'ArrowLeft'])
    expect(isChanged(keyMap(bindings), 'previous')).toBe(true)
  })

  it('takes a key from who had it', () => {
    const bindings = bindKey(defaultBindings, 'compare', 'k', 'c')
    expect(keysOf(bindings, 'compare')).toEqual(['k'])
    expect(keysOf(bindings, 'next')).toEqual(['ArrowRight'])
  })
})

describe('keys that type a character', () => {
  it('can all be silenced, and the others stay', () => {
    const silent: Bindings = { ...defaultBindings, characters: false }
    expect(['j', '?', 'Space', '['].filter((key) => isHeard(silent, key))).toEqual([])
    expect(['Mod+k', 'Home', 'Shift+ArrowLeft'].every((key) => isHeard(silent, key))).toBe(true)
  })
})

describe('what a browser kept', () => {
  it('is what was written', () => {
    fc.assert(
      fc.property(changed, fc.boolean(), (bindings, characters) => {
        const kept = readBindings(JSON.stringify({ ...bindings, characters }))
        expect(kept.characters).toBe(characters)
        expect(keyMap(kept)).toEqual(keyMap(bindings))
      }),
    )
  })

  it('is nothing when it is broken', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readBindings(text)).toEqual(defaultBindings)
      }),
    )
    expect(readBindings('{"keys":[],"characters":1}')).toEqual(defaultBindings)
  })

  it('keeps what can be used: unknown commands, no keys and reserved ones are left out', () => {
    const kept = readBindings('{"keys":{"fly":["f"],"next":["x","Nope+y","Tab"],"play":7},"characters":true}')
    expect(keysOf(kept, 'next')).toEqual(['x'])
    expect(keysOf(kept, 'play')).toEqual(['Space'])
  })

  it('never has two commands on one key, whatever was kept', () => {
    const kept = fc.dictionary(id, fc.array(key)).map((keys) => JSON.stringify({ keys, characters: true }))
    fc.assert(fc.property(kept, (text) => expectOneCommandForEachKey(readBindings(text))))
  })
})
