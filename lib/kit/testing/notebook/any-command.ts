import fc from 'fast-check'
import type { NotebookCommand, OpenNotebook } from './commands'
import { maxLines } from './decide'
import { notebook } from './notebook'

const noteIds = ['tea', 'pot', 'cup']
const noteId = fc.constantFrom(...noteIds)
const lines = fc.integer({ min: -1, max: maxLines + 2 })
const title = fc.constant('A title')
const reason = fc.constant('r')
const recipient = fc.constant({ name: 'Ned', street: 's', city: 'c' })

const past = fc
  .subarray(noteIds)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ noteId: fc.constant(id), title, lines: fc.integer({ min: 1, max: maxLines }) }),
      ),
    ),
  )
  .map((notes) => ({ notes }))

/** Any command a notebook knows, fit or not. */
export const notebookCommand: fc.Arbitrary<NotebookCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('OpenNotebook' as const),
      owner: fc.constantFrom('owner-1', 'owner-2'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('WriteNote' as const), noteId, lines, title }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('RewriteNote' as const), noteId, lines }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('RemoveNote' as const), noteId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('RevertNotebook' as const),
      toVersion: fc.integer({ min: 0, max: 9 }),
      past,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('CloseNotebook' as const), reason }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('SendNotebook' as const), recipient }) },
)

const first: OpenNotebook = { type: 'OpenNotebook', owner: 'owner-1' }

/** The notebook, for laws of whoever handles commands. */
export const anyNotebook = { aggregate: notebook, command: notebookCommand, first } as const
