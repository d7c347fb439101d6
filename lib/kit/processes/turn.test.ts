import { expect, it } from 'vitest'
import { binding, hour } from '../testing/binding/binding'
import { given } from '../testing/given'
import { notebookClosed, notebookOpened, noteWritten, recorded } from '../testing/notebook/builders'
import { processType } from './process-type'
import { cancelTimer, momentAfter, type Reaction, runEffect, sendCommand, setTimer } from './reactions'
import type { TakeInput } from './turn'

const [opened, written, closed] = recorded([notebookOpened(), noteWritten(), notebookClosed('full', 3)]) as [
  ReturnType<typeof recorded>[number],
  ReturnType<typeof recorded>[number],
  ReturnType<typeof recorded>[number],
]
const take = (event: typeof opened): TakeInput => ({ type: 'TakeEvent', event })
const at = '2026-03-01T00:00:00.000Z'

/** What comes of inputs, one after another. */
const play = (type: typeof binding, ...inputs: readonly TakeInput[]) => {
  let state = type.initial('stream-1')
  return inputs.map((input) => {
    const decision = type.decide(input, state)
    if (decision.type !== 'accepted') throw new Error(decision.type)
    state = type.fold(state, decision.events)
    return { events: decision.events, state }
  })
}
const idOf = (
  of: { readonly events: readonly { readonly type: string; readonly data: object }[] },
  type: string,
) => (of.events.find((event) => event.type === type)?.data as { readonly id: string } | undefined)?.id ?? ''

it('an input leads to what the process does about it, itself first', () => {
  const [first] = play(binding, take(opened))
  expect(first?.events).toMatchObject([
    {
      type: 'InputTaken',
      data: {
        eventId: opened.eventId,
        position: 1,
        type: 'NotebookOpened',
        stream: { type: 'notebook', id: 'notebook-1' },
      },
    },
    { type: 'TimerSet', data: { name: 'rest', dueAt: momentAfter(opened.occurredAt, hour) } },
  ])
  expect(first?.state.waitsFor).toEqual([first?.events[1]])
  expect(first?.state).toMatchObject({ takenUpTo: 1, version: 2 })
})

it('an instance is the same, be its events at hand as they are or as they were recorded', () => {
  const [{ events, state }] = play(binding, take(opened)) as [ReturnType<typeof play>[number]]
  const stored = events.map((event, nth) => ({ ...opened, ...event, version: nth + 1 }))
  expect(binding.fold(binding.initial('stream-1'), stored)).toEqual(state)
})

it('what was taken before leads to nothing, and so does what the process does nothing about', () => {
  const [, second, third, fourth] = play(binding, take(opened), take(closed), take(written), take(closed))
  expect(second?.events).not.toEqual([])
  expect(third?.events).toEqual([])
  expect(fourth?.events).toEqual([])
  const ended = { ...written, position: 9 }
  given(binding, ...(second?.events ?? []))
    .when(take(ended))
    .thenNothing()
})

it('the same input asks for the same by the same ids; another instance, input or name by others', () => {
  const [one] = play(binding, take(opened))
  const [again] = play(binding, take(opened))
  const [other] = play(binding, take({ ...opened, eventId: written.eventId }))
  const elsewhere = binding.decide(take(opened), binding.initial('stream-2'))
  expect(again?.events).toEqual(one?.events)
  const ids = [one, other, elsewhere].map((of) => idOf(of as never, 'TimerSet'))
  expect(new Set(ids).size).toBe(3)
})

it('a timer takes the place of the one that had its name, and tells when it was due and when it fired', () => {
  const [first, second] = play(binding, take(opened), take(written))
  const [old, set] = [first, second].map((of) => idOf(of as never, 'TimerSet')) as [string, string]
  expect(second?.events.map(({ type }) => type)).toEqual(['InputTaken', 'TimerCancelled', 'TimerSet'])
  expect(idOf(second as never, 'TimerCancelled')).toBe(old)
  const history = [...(first?.events ?? []), ...(second?.events ?? [])]
  given(binding, ...history)
    .when({ type: 'FireTimer', id: old, at })
    .thenNothing()
  const dueAt = momentAfter(written.occurredAt, hour)
  given(binding, ...history)
    .when({ type: 'FireTimer', id: set, at })
    .then(
      { type: 'TimerFired', data: { id: set, name: 'rest', dueAt, at } },
      { type: 'NotebookRested', data: { since: written.occurredAt } },
    )
})

it('effects and commands come back under their names, once and only as what they are', () => {
  const [begun] = play(binding, take(closed))
  const cutting = idOf(begun as never, 'EffectRequested')
  const done: TakeInput = { type: 'FinishEffect', id: cutting, answer: { cut: 3 }, at }
  const [, cut] = play(binding, take(closed), done)
  expect(cut?.events).toMatchObject([
    {
      type: 'EffectDone',
      data: { id: cutting, name: 'sheets', kind: 'cutting', answer: { cut: 3 }, at },
    },
    {
      type: 'CommandRequested',
      data: { name: 'label', stream: { type: 'shelf', id: 'bound' }, command: { type: 'LabelShelf' } },
    },
  ])
  const label = idOf(cut as never, 'CommandRequested')
  const answer: TakeInput = {
    type: 'TakeAnswer',
    id: label,
    answer: { type: 'rejected', rejection: { type: 'ShelfLocked' } },
    at,
  }
  const all = play(binding, take(closed), done, answer, answer, done, { type: 'FireTimer', id: label, at })
  expect(all[2]?.events).toMatchObject([
    { type: 'CommandAnswered' },
    { type: 'BindingFailed', data: { why: 'ShelfLocked' } },
  ])
  expect(all.slice(3).map(({ events }) => events)).toEqual([[], [], []])
  expect(all[2]?.state.own).toMatchObject({ status: 'failed', lines: 3 })
})

it('what asks twice for the same thing about one input is a mistake', () => {
  const asking = (...reactions: readonly Reaction<never>[]) =>
    processType({ ...binding.process, react: () => reactions }).decide(
      take(opened),
      binding.initial('stream-1'),
    )
  const shelf = { type: 'shelf', id: 'a' }
  expect(() => asking(setTimer('a', at), setTimer('a', at))).toThrow('asked twice for SetTimer/a')
  expect(() => asking(runEffect('a', 'cutting', {}), runEffect('a', 'binding', {}))).toThrow('RunEffect/a')
  expect(asking(cancelTimer('a'))).toEqual({ type: 'accepted', events: [] })
  expect(
    asking(setTimer('a', at), runEffect('a', 'cutting', {}), sendCommand('a', shelf, { type: 'LabelShelf' })),
  ).toMatchObject({ type: 'accepted' })
})
