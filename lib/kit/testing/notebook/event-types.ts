import * as z from 'zod'
import type { EventTypes } from '../../events/event-type'
import type { NotebookEvent } from './events'

const noteId = z.string()
const lines = z.int().min(0)

const streamType = 'notebook'

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
}
