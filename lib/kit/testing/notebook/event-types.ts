import * as z from 'zod'
import type { EventTypes, UnloggedEvent } from '../../events/event-type'
import { personal } from '../../events/personal'
import type { NotebookEvent, NotebookOpened } from './events'

const noteId = z.string()
const lines = z.int().min(0)

const streamType = 'notebook'

const recipient = z.object({ name: z.string(), street: z.string(), city: z.string() })

/** Whose notebook it is, as it is told with the event that opens it; else the person who sends it. */
const subject = ({ actor, together }: UnloggedEvent): string | undefined => {
  for (const { type, data } of together) {
    if (type === 'NotebookOpened') return (data as NotebookOpened['data']).owner
  }
  return actor.kind === 'import' || actor.kind === 'system' ? undefined : actor.id
}

export const notebookEventTypes: EventTypes<NotebookEvent> = {
  NotebookOpened: { streamType, schemaVersion: 1, data: z.object({ owner: z.string() }) },
  NoteWritten: { streamType, schemaVersion: 1, data: z.object({ noteId, title: z.string(), lines }) },
  NoteRewritten: { streamType, schemaVersion: 1, data: z.object({ noteId, oldLines: lines, lines }) },
  NoteRemoved: { streamType, schemaVersion: 1, data: z.object({ noteId }) },
  NotebookReverted: {
    streamType,
    schemaVersion: 1,
    data: z.object({ fromVersion: z.int(), toVersion: z.int() }),
  },
  NotebookClosed: {
    streamType,
    schemaVersion: 2,
    data: z.object({ ending: z.object({ reason: z.string() }), lines }),
    upcasters: {
      1: ({ reason, ...rest }: { readonly reason: string }) => ({ ...rest, ending: { reason } }),
    },
  },
  NotebookSent: {
    streamType,
    schemaVersion: 1,
    data: z.object({ recipient: personal(recipient, 'accounting'), lines }),
    subject,
  },
}
