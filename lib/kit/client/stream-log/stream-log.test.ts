import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recentEvents, stateAt } from '../../history/history'
import { notebookOpened, noteWritten, recorded } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook } from '../../testing/notebook/notebook'
import type { NotebookState } from '../../testing/notebook/state'
import type { StreamWindow } from '../../wire/stream-opening'
import { applyLive, applyWindow, emptyLog, headVersion, openLog, type StreamLog } from './stream-log'

type NotebookLog = StreamLog<NotebookState, NotebookEvent>

const empty = (): NotebookLog => emptyLog(notebook, 'notebook-1')
const stream = recorded([notebookOpened(), noteWritten('mug', 2), noteWritten('tea'), noteWritten('mug')])
const eventsOf = ({ history }: NotebookLog) => recentEvents(history).events
const log = applyLive(empty(), stream.slice(0, 2)).log

describe('the log in the browser', () => {
  it('takes in what follows', () => {
    const applied = applyLive(log, stream.slice(2))
    expect(applied.type).toBe('appended')
    expect(headVersion(applied.log)).toBe(4)
    expect(applied.log.history.head.notes).toHaveLength(2)
  })

  it('drops what it knows, and stays the very same', () => {
    expect(applyLive(log, stream.slice(0, 2))).toEqual({ type: 'same', log })
    expect(applyLive(log, []).log).toBe(log)
    const overlapping = applyLive(log, stream.slice(1))
    expect(eventsOf(overlapping.log)).toEqual(stream)
  })

  it('takes each version once, though it comes twice in one message', () => {
    const applied = applyLive(empty(), [...stream.slice(0, 3), ...stream.slice(1, 4)])
    expect(eventsOf(applied.log)).toEqual(stream)
  })

  it('says after which version something is missing', () => {
    expect(applyLive(log, stream.slice(3))).toEqual({ type: 'gap', log, after: 2 })
  })

  it('begins with what a page brings of it, and gets windows of its past', () => {
    const long = recorded([notebookOpened(), ...Array.from({ length: 599 }, () => noteWritten('mug', 1))])
    const whole = applyLive(empty(), long).log
    const windowAt = (from: number) =>
      whole.history.windows.get(from) as StreamWindow<NotebookState, NotebookEvent>
    const last = { ...windowAt(256), events: long.slice(256) }
    const opened = openLog(notebook, {
      streamType: 'notebook',
      streamId: 'notebook-1',
      createdAt: long[0]?.occurredAt,
      last,
      windows: [],
    })
    expect(opened.history.head).toEqual(whole.history.head)
    expect(stateAt(opened.history, 100)).toBeUndefined()
    expect(applyWindow(opened, windowAt(0))).toEqual({
      ...whole,
      history: { ...whole.history, windows: expect.anything() },
    })
    expect(stateAt(applyWindow(opened, windowAt(0)).history, 100)).toEqual(stateAt(whole.history, 100))
    expect(applyWindow(opened, { ...windowAt(0), events: [] })).toBe(opened)
  })

  it('comes to the same whatever pieces the stream arrives in, doubled or not', () => {
    const piece = fc.tuple(fc.nat(stream.length), fc.integer({ min: 1, max: 3 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        let current = empty()
        for (const [from, length] of pieces)
          current = applyLive(current, stream.slice(from, from + length)).log
        expect(eventsOf(current)).toEqual(stream.slice(0, headVersion(current)))
        expect(applyLive(current, stream).log.history.head).toEqual(
          applyLive(empty(), stream).log.history.head,
        )
      }),
    )
  })
})
