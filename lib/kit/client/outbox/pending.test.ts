import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { emptyHistory, extendHistory } from '../../history/history'
import { judgeCommand } from './judge-command'
import { mostLines, type Notebook, type NotebookEvent, noteRules } from './note-rules'
import { anEntry, close, erase, type NoteEntry, revert, write } from './outbox-samples'
import { decidePending } from './pending'

const { type } = noteRules
const written = (lines: number): NotebookEvent => ({ type: 'LinesChanged', data: { noteId: 'pot', lines } })
const historyOf = (...events: NotebookEvent[]) =>
  extendHistory(
    emptyHistory<Notebook, RecordedEvent<NotebookEvent>>(type.initial('book-1'), type.fold),
    events as RecordedEvent<NotebookEvent>[],
  )
const opened: NotebookEvent = { type: 'NotebookOpened', data: {} }
const decide = (confirmed: ReturnType<typeof historyOf>, pending: readonly NoteEntry[], known = 0) =>
  decidePending(noteRules, confirmed, pending, known)

describe('pending commands', () => {
  it('are decided one upon the other, each with the command it came of', () => {
    const [first, second] = [anEntry(write(2)), anEntry(write(3))]
    const { state, events, refused } = decide(historyOf(opened), [first, second])
    expect(state.notes).toEqual({ pot: 5 })
    expect(events.map(({ commandId }) => commandId)).toEqual([first.commandId, second.commandId])
    expect(refused).toEqual([])
  })

  it('begin a stream that is not there yet, once', () => {
    const { events } = decide(historyOf(), [anEntry(write()), anEntry(write())])
    expect(events.map(({ event }) => event.type)).toEqual(['NotebookOpened', 'LinesChanged', 'LinesChanged'])
  })

  it('are decided with what the page knows', () => {
    expect(decide(historyOf(opened), [anEntry(write(2))], 4).state.notes).toEqual({ pot: 6 })
  })

  it('that are refused leave room for those after them', () => {
    const tooMany = anEntry(write(mostLines))
    const { state, refused } = decide(historyOf(opened, written(3)), [tooMany, anEntry(write(1))])
    expect(state.notes).toEqual({ pot: 4 })
    expect(refused).toEqual([
      { commandId: tooMany.commandId, rejection: { type: 'TooLong', lines: mostLines + 3 } },
    ])
  })

  it('are refused on another version than the one they were meant for', () => {
    const meant = anEntry(write(), { expectedVersion: 1 })
    expect(decide(historyOf(opened), [meant]).refused).toEqual([])
    expect(decide(historyOf(opened, written(3)), [meant])).toMatchObject({
      events: [],
      refused: [{ rejection: { type: 'ConcurrencyConflict', expected: 1, actual: 2 } }],
    })
  })

  it('may look back at confirmed versions and at pending ones; what only the server can tell is left out', () => {
    const confirmed = historyOf(opened, written(4))
    expect(decide(confirmed, [anEntry(write(2)), anEntry(revert(2))]).state.notes).toEqual({ pot: 0 })
    expect(decide(confirmed, [anEntry(write(2)), anEntry(revert(3))]).state.notes).toEqual({ pot: 2 })
    expect(decide(confirmed, [anEntry(close)]).events).toEqual([])
  })
})

describe('a command that is asked for', () => {
  const judge = (confirmed: ReturnType<typeof historyOf>, pending: NoteEntry[], entry: NoteEntry) =>
    judgeCommand(noteRules, confirmed, pending, entry, 0)
  const taken = (...mergeable: string[]) => ({ type: 'taken', mergeable: new Set(mergeable) })

  it('is refused on what is shown, before it is sent', () => {
    const judged = judge(historyOf(opened, written(8)), [anEntry(write(2))], anEntry(write()))
    expect(judged).toEqual({ type: 'refused', rejection: { type: 'TooLong', lines: 11 } })
  })

  it('may be merged with what is on its way and not refused, where the rules of its type say so', () => {
    const [fits, tooMany] = [anEntry(write(2)), anEntry(write(mostLines))]
    const confirmed = historyOf(opened, written(3))
    expect(judge(confirmed, [fits, tooMany], anEntry(write()))).toEqual(taken(fits.commandId))
    expect(judge(confirmed, [anEntry(erase(3))], anEntry(write()))).toEqual(taken())
  })

  it('is left to the server where that may know of versions this page has not seen', () => {
    expect(judge(historyOf(opened), [], anEntry(write(), { expectedVersion: 7 }))).toEqual(taken())
  })
})
