import { describe, expect, it } from 'vitest'
import { noteRemoved, noteWritten } from '../testing/notebook/builders'
import { createNotebookStory } from '../testing/notebook/notebook-story'
import { totalLines } from '../testing/notebook/state'
import { beginNotebookBranch, type NotebookBranch } from '../testing/notebook/what-if'
import { eventsOf, stateAfter, truthBeside, withSteps } from './what-if'
import { insertStep, moveStep, replaceStep, resetStep, skipStep } from './what-if-steps'

/** Opened, two lines on tea, five on the pot, seven on tea, back to version 3, closed. */
const written = (): NotebookBranch => {
  const story = createNotebookStory()
  story.tell({ type: 'WriteNote', noteId: 'tea', lines: 2, title: 'On tea' })
  story.tell({ type: 'WriteNote', noteId: 'pot', lines: 5, title: 'On the pot' })
  story.tell({ type: 'RewriteNote', noteId: 'tea', lines: 7 })
  story.revert(3)
  story.tell({ type: 'CloseNotebook', reason: 'full' })
  return beginNotebookBranch(story.stateAt(0), story.events)
}

const judgements = ({ outcomes }: NotebookBranch) => outcomes.map(({ judgement }) => judgement)
const totals = ({ outcomes }: NotebookBranch) => outcomes.map(({ state }) => totalLines(state))

describe('a branch', () => {
  it('has one step for each command', () => {
    const branch = written()
    expect(branch.steps.map(({ events }) => events.map(({ type }) => type))).toEqual([
      ['NotebookOpened'],
      ['NoteWritten'],
      ['NoteWritten'],
      ['NoteRewritten'],
      ['NoteRewritten', 'NotebookReverted'],
      ['NotebookClosed'],
    ])
    expect(totals(branch)).toEqual([0, 2, 7, 12, 7, 7])
  })

  it('goes on as the rules have it when a step is skipped: reverts and totals are others', () => {
    const branch = written()
    const now = withSteps(branch, skipStep(branch.steps, 2, true))
    expect(judgements(now)).toMatchObject([
      { type: 'accepted' },
      { type: 'accepted' },
      { type: 'skipped' },
      { type: 'accepted' },
      // Back to that moment as the branch had it: without the pot.
      { type: 'adjusted', events: [{ type: 'NoteRewritten' }, { type: 'NotebookReverted' }] },
      { type: 'adjusted', events: [{ data: { lines: 2 } }] },
    ])
    expect(totals(now)).toEqual([0, 2, 2, 7, 2, 2])
    expect(totalLines(truthBeside(now, 4))).toBe(12)
  })

  it('goes back to its own past, where it has one', () => {
    const branch = written()
    const now = withSteps(branch, replaceStep(branch.steps, 1, [noteWritten('tea', 3)]))
    expect(totals(now)).toEqual([0, 3, 8, 12, 8, 8])
    expect(judgements(now).at(-1)).toMatchObject({
      type: 'adjusted',
      events: [{ type: 'NotebookClosed', data: { lines: 8, ending: { reason: 'full' } } }],
    })
  })

  it('marks what the rules refuse with the rule, and leaves it out', () => {
    const branch = written()
    const early = withSteps(branch, moveStep(branch.steps, 5, 0))
    expect(judgements(early)[0]).toEqual({ type: 'refused', rejection: { type: 'NotebookNotFound' } })
    expect(stateAfter(early, 6).status).toBe('open')

    const closed = withSteps(branch, moveStep(branch.steps, 5, 3))
    expect(judgements(closed).slice(4)).toEqual([
      { type: 'refused', rejection: { type: 'NotebookAlreadyClosed' } },
      { type: 'refused', rejection: { type: 'NotebookAlreadyClosed' } },
    ])

    const many = withSteps(branch, insertStep(branch.steps, 4, [noteWritten('tea', 6)]))
    expect(judgements(many)[4]).toEqual({
      type: 'refused',
      rejection: { type: 'NoteFull', max: 10, requested: 13 },
    })
    expect(totals(many)).toEqual([0, 2, 7, 12, 12, 7, 7])
  })

  it('knows what would change nothing', () => {
    const branch = written()
    const same = branch.steps[3]?.events ?? []
    const now = withSteps(branch, insertStep(branch.steps, 4, same))
    expect(judgements(now)[4]).toEqual({ type: 'idle' })
  })

  it('goes back to any version of its own by a revert that was put in', () => {
    const branch = written()
    const reverted = { type: 'NotebookReverted' as const, data: { fromVersion: 1, toVersion: 2 } }
    const now = withSteps(branch, insertStep(branch.steps, 3, [reverted]))
    expect(judgements(now)[3]).toMatchObject({
      type: 'adjusted',
      events: [{ type: 'NoteRemoved' }, { type: 'NotebookReverted' }],
    })
    expect(totals(now).slice(2, 4)).toEqual([7, 2])
    const later = withSteps(branch, insertStep(branch.steps, 1, [reverted]))
    expect(judgements(later)[1]).toEqual({
      type: 'refused',
      rejection: { type: 'VersionNotFound', toVersion: 2, headVersion: 1 },
    })
    expect(withSteps(later, resetStep(later.steps, 1)).outcomes).toEqual(branch.outcomes)
  })

  it('asks the rules once for each step from an edit on, and for none before it', () => {
    const { base, steps } = written()
    const events = [...(steps[0]?.events ?? [])]
    for (let nth = 0; nth < 2_500; nth++) {
      const noteId = `note-${nth % 40}`
      events.push(noteWritten(noteId), noteRemoved(noteId))
    }
    const branch = beginNotebookBranch(base, events)
    let asked = 0
    const decideAgain: typeof branch.rules.decideAgain = (...about) => {
      asked++
      return branch.rules.decideAgain(...about)
    }
    const counted = { ...branch, rules: { ...branch.rules, decideAgain } }
    const now = withSteps(counted, skipStep(branch.steps, 4_001, true))
    expect(asked).toBe(999)
    expect(judgements(now)[4_002]).toMatchObject({ type: 'refused', rejection: { type: 'NoteNotFound' } })
    expect(eventsOf(now)).toHaveLength(events.length - 2)
  })
})
