import { expect, test, vi } from 'vitest'
import { type Bindings, bindKey, defaultBindings, keyMap } from './bindings'
import type { DeskActions } from './desk-commands'
import { createDeskRegistry } from './desk-registry'
import { press } from './press'
import { parseStroke } from './stroke'

const given = (bindings: Bindings, ...actions: DeskActions[]) => {
  const registry = createDeskRegistry()
  const leave = actions.map((each) => registry.register(() => each))
  return {
    leave,
    when: (key: string, repeat = false) => {
      const stroke = parseStroke(key)
      if (!stroke) throw new Error(`${key} is no key`)
      const pressed = press({ stroke, repeat }, { bindings, map: keyMap(bindings) }, registry)
      if (pressed.type === 'ours') pressed.run?.()
      return pressed.type
    },
  }
}

test('a key does what the page can do', () => {
  const next = vi.fn()
  const { when } = given(defaultBindings, { next })
  expect([when('k'), when('ArrowRight')]).toEqual(['ours', 'ours'])
  expect(next).toHaveBeenCalledTimes(2)
  expect(when('c')).toBe('notOurs')
  expect(when('x')).toBe('notOurs')
})

test('a command with nothing to do keeps its key', () => {
  expect(given(defaultBindings, { undo: undefined }).when('Mod+z')).toBe('ours')
})

test('a held key steps on, and switches once', () => {
  const [next, play] = [vi.fn(), vi.fn()]
  const { when } = given(defaultBindings, { next, play })
  for (const key of ['k', 'Space'])
    for (const repeat of [false, true, true]) expect(when(key, repeat)).toBe('ours')
  expect([next.mock.calls.length, play.mock.calls.length]).toEqual([3, 1])
})

test('whoever came last answers, until they leave', () => {
  const [page, panel] = [vi.fn(), vi.fn()]
  const { when, leave } = given(defaultBindings, { filter: page }, { filter: panel })
  when('/')
  leave[1]?.()
  when('/')
  expect([page.mock.calls.length, panel.mock.calls.length]).toEqual([1, 1])
})

test('keys that type a character can be silenced; a key can be another', () => {
  const silent = given({ ...defaultBindings, characters: false }, { compare: vi.fn(), palette: vi.fn() })
  expect([silent.when('c'), silent.when('Mod+k')]).toEqual(['notOurs', 'ours'])
  const moved = given(bindKey(defaultBindings, 'compare', 'x', 'c'), { compare: vi.fn() })
  expect([moved.when('c'), moved.when('x')]).toEqual(['notOurs', 'ours'])
})
