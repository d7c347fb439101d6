import type { Random } from '../load/random'
import type { NotebookCommand } from './commands'

const kinds = ['open', 'write', 'write', 'write', 'write', 'remove', 'rewrite', 'rewrite', 'close'] as const

/** Commands of every kind, some of which are bound to be refused. */
export const randomCommand = (random: Random): NotebookCommand => {
  const noteId = `note-${random.below(6)}`
  switch (random.pick(kinds)) {
    case 'open':
      return { type: 'OpenNotebook', owner: `owner-${random.below(20)}` }
    case 'write':
      return { type: 'WriteNote', noteId, lines: 1 + random.below(4), title: `On ${noteId}` }
    case 'remove':
      return { type: 'RemoveNote', noteId }
    case 'rewrite':
      return { type: 'RewriteNote', noteId, lines: random.below(12) }
    case 'close':
      return random.pick<NotebookCommand>([
        { type: 'CloseNotebook', reason: random.pick(['full', 'lost']) },
        { type: 'SendNotebook', recipient: { name: 'Ned', street: '1 Main St', city: 'Springfield' } },
      ])
  }
}
