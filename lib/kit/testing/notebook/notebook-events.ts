import * as z from 'zod'
import type { EventTypes, RetiredEventType } from '../../events/event-type'
import { createRegistry } from '../../events/registry'
import type { NotebookEvent } from './events'
import type { ShelfLabelled } from './shelf'

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

const shelfEventTypes: EventTypes<ShelfLabelled> = {
  ShelfLabelled: {
    streamType: 'shelf',
    schemaVersion: 1,
    data: z.object({ label: z.string(), isLocked: z.boolean() }),
    defaults: { isLocked: false },
  },
}

const retired: Readonly<Record<string, RetiredEventType>> = {
  ShelfNamed: {
    streamType: 'shelf',
    schemaVersion: 1,
    becomes: {
      type: 'ShelfLabelled',
      schemaVersion: 1,
      data: ({ name }: { readonly name: string }) => ({ label: name }),
    },
  },
}

/** Every event of the kit's own tests: one of an older shape, one with a default, and one that is written no more. */
export const notebookEvents = createRegistry({ ...notebookEventTypes, ...shelfEventTypes }, retired)
