import { describe, expect, it } from 'vitest'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { ProcessRules } from '@/lib/kit/processes/process'
import type { ProcessEvent } from '@/lib/kit/processes/process-events'
import { eventsOfProcesses, type ProcessState } from '@/lib/kit/processes/process-state'
import { processStreamType } from '@/lib/kit/processes/process-stream-type'
import { type SearchableType, searchable } from '@/lib/kit/wire/searchable-type'
import { diary } from '../testing/diary'
import { shownText } from '../testing/shown-text'
import { kind } from '../view/event-kind'
import { plainKind } from '../view/plain-kind'
import { StreamViewProvider } from '../view/use-stream-view'
import { processKinds } from './process-kinds'
import { isProcess, processView } from './process-view'

const rules: ProcessRules = {
  streamType: 'letter-round',
  inputs: [],
  instanceOf: () => undefined,
  initial: () => ({}),
  evolve: (state) => state,
  react: () => [],
  endings: ['RoundEnded'],
}
const type = searchable(processStreamType(rules), {
  ...eventsOfProcesses,
  RoundEnded: true,
} as unknown as Record<string, true>) as unknown as SearchableType

const plainWords = { pageOf: () => '/page', storyPageOf: () => undefined, hintOf: () => undefined }
const view = processView(type, plainWords)

const stream = { type: 'diary', id: 'diary-1' }
const timer = { id: 't', name: 'tooLate', dueAt: '2026-11-21T14:03:22.000Z' }
const set: ProcessEvent = { type: 'TimerSet', data: timer }
const sent: ProcessEvent = {
  type: 'CommandRequested',
  data: { id: 'c', name: 'note', stream, command: { type: 'WriteNote' } },
}
const begun: ProcessEvent = {
  type: 'EffectRequested',
  data: { id: 'e', name: 'post', kind: 'post-letter', payload: { copies: 2 } },
}
const at = timer.dueAt

const state: ProcessState<unknown> = {
  id: 'one',
  own: { letters: 3 },
  takenUpTo: 7,
  waitsFor: [],
  version: 1,
}
const told = (event: DomainEvent, before: readonly ProcessEvent[] = [], shownBy = view) =>
  shownBy.sentence(event, shownBy.namesOf(state, [...before, event]))

describe('an instance of any process', () => {
  it.each<[string, ProcessEvent, ProcessEvent[]]>([
    [
      'Reacts to “Diary opened” of diary diary-1',
      { type: 'InputTaken', data: { eventId: 'x', position: 3, type: 'DiaryOpened', stream } },
      [],
    ],
    ['The timer “Too late”: set for 21 Nov 2026, 14:03:22 UTC', set, []],
    ['The timer “Too late”: the time has come', { type: 'TimerFired', data: { ...timer, at } }, [set]],
    [
      'The timer “Too late”: the time has come, 61 s after it was due',
      { type: 'TimerFired', data: { ...timer, at: '2026-11-21T14:04:23.900Z' } },
      [set],
    ],
    ['The timer “Too late”: not any more', { type: 'TimerCancelled', data: timer }, [set]],
    ['“Write note”: sent to diary diary-1', sent, []],
    [
      '“Write note”: accepted, at version 5',
      {
        type: 'CommandAnswered',
        data: { id: 'c', name: 'note', at, answer: { type: 'accepted', version: 5, position: 9 } },
      },
      [sent],
    ],
    [
      '“Write note”: refused, note full: max 10',
      {
        type: 'CommandAnswered',
        data: {
          id: 'c',
          name: 'note',
          at,
          answer: { type: 'rejected', rejection: { type: 'NoteFull', max: 10 } as { type: string } },
        },
      },
      [sent],
    ],
    ['“Post letter”: begun, copies 2', begun, []],
    [
      '“Post letter”: done, stamp 44',
      { type: 'EffectDone', data: { id: 'e', name: 'post', kind: 'post-letter', at, answer: { stamp: 44 } } },
      [begun],
    ],
    // What was asked for stands in another window of the history.
    ['“Note”: accepted, at version 5', answered(), []],
  ])('tells "%s"', (words, event, before) => {
    expect(told(event, before)).toBe(words)
  })

  it('leads to the streams it speaks of, to the version that a command came to', () => {
    const leads = (event: ProcessEvent) => view.refersTo?.(event, view.namesOf(state, [sent, event]))
    expect(
      leads({ type: 'InputTaken', data: { eventId: 'x', position: 3, type: 'DiaryOpened', stream } }),
    ).toEqual([{ stream }])
    expect(leads(answered())).toEqual([{ stream, version: 5 }])
    expect(leads(set)).toEqual([])
  })

  it('is known by the events that all of them have', () => {
    expect(isProcess(type)).toBe(true)
    expect(isProcess(diary)).toBe(false)
    expect(view.kinds).toEqual({ ...processKinds, RoundEnded: plainKind('RoundEnded') })
    expect(told({ type: 'RoundEnded', data: { letters: 3 } })).toBe('Round ended: letters 3')
  })
})

function answered(): ProcessEvent {
  return {
    type: 'CommandAnswered',
    data: { id: 'c', name: 'note', at, answer: { type: 'accepted', version: 5, position: 9 } },
  }
}

const ownView = processView(type, plainWords, {
  noun: 'round of letters',
  asks: { tooLate: 'the last collection', post: 'posting' },
  kinds: { RoundEnded: kind(processKinds.InputTaken.icon, 'square', 'plum') },
  sentence: () => 'All letters are out',
  tell: (event) => (event.type === 'EffectRequested' ? 'Letters are carried out' : undefined),
})

describe('a process with words of its own', () => {
  it('tells in them what it has words for', () => {
    expect(told({ type: 'RoundEnded', data: {} }, [], ownView)).toBe('All letters are out')
    expect(told(begun, [], ownView)).toBe('Letters are carried out')
    expect(told(set, [], ownView)).toBe('The last collection: set for 21 Nov 2026, 14:03:22 UTC')
  })

  it('shows what it waits for by their names, and what it knows', async () => {
    const Panel = ownView.Panel as NonNullable<typeof ownView.Panel>
    const session = { log: { history: { windows: new Map() } }, windows: { wish: () => () => undefined } }
    const playhead = { shown: { ...state, waitsFor: [set, sent, begun] }, version: 1, isLive: true }
    const text = await shownText(
      <StreamViewProvider view={ownView}>
        <Panel session={session as never} playhead={playhead as never} />
      </StreamViewProvider>,
    )
    for (const words of [
      'Round of letters',
      'The last collection\nuntil\n21 Nov 2026, 14:03:22',
      '“Write note”\nfor an answer of\ndiary\n',
      'Posting\nuntil it is done',
      'letters\n3',
      'up to position\n7',
    ]) {
      expect(text).toContain(words)
    }
  })
})
