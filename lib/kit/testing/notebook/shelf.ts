import * as z from 'zod'
import type { EventTypes, RetiredEventType } from '../../events/event-type'
import type { StreamName } from '../../events/stream-name'

/** A shelf got another label. Shelves are the other type of streams in tests that need two. */
export interface ShelfLabelled {
  readonly type: 'ShelfLabelled'
  readonly data: { readonly label: string; readonly isLocked: boolean }
}

const streamType = 'shelf'

const eventTypes: EventTypes<ShelfLabelled> = {
  ShelfLabelled: {
    streamType,
    schemaVersion: 1,
    data: z.object({ label: z.string(), isLocked: z.boolean() }),
    defaults: { isLocked: false },
  },
}

const retiredEventTypes: Readonly<Record<string, RetiredEventType>> = {
  ShelfNamed: {
    streamType,
    schemaVersion: 1,
    becomes: {
      type: 'ShelfLabelled',
      schemaVersion: 1,
      data: ({ name }: { readonly name: string }) => ({ label: name }),
    },
  },
}

/** What shelves have in the log: an event with a default, and one that is written no more. */
export const shelf = { eventTypes, retiredEventTypes } as const

export const shelfStream = (shelfId: string): StreamName => ({ type: streamType, id: shelfId })
