import * as z from 'zod'
import type { StreamName } from '../../events/stream-name'
import { accept, reject } from '../../kernel/decider'
import type { StoredStreamType } from '../../streams/stored-stream-type'

/** A shelf got another label. */
export interface ShelfLabelled {
  readonly type: 'ShelfLabelled'
  readonly data: { readonly label: string; readonly isLocked: boolean }
}

export interface ShelfState {
  readonly label: string
  readonly isLocked: boolean
  readonly version: number
}

export interface LabelShelf {
  readonly type: 'LabelShelf'
  readonly label: string
}

const streamType = 'shelf'

const evolve = ({ version }: ShelfState, { data }: ShelfLabelled): ShelfState => ({
  ...data,
  version: version + 1,
})

/** The other type of streams in tests that need two: nobody's own, with an event that has a default and one that is written no more. */
export const shelf: StoredStreamType<
  ShelfState,
  LabelShelf,
  ShelfLabelled,
  { readonly type: 'ShelfLocked' }
> = {
  streamType,
  milestones: ['ShelfLabelled'],
  ownerOf: () => undefined,
  initial: () => ({ label: '', isLocked: false, version: 0 }),
  evolve,
  fold: (state, events) => [...events].reduce(evolve, state),
  decide: ({ label }, state) => {
    if (state.isLocked) return reject({ type: 'ShelfLocked' })
    return label === state.label
      ? accept()
      : accept({ type: 'ShelfLabelled', data: { label, isLocked: false } })
  },
  eventTypes: {
    ShelfLabelled: {
      streamType,
      schemaVersion: 1,
      data: z.object({ label: z.string(), isLocked: z.boolean() }),
      defaults: { isLocked: false },
    },
  },
  retiredEventTypes: {
    ShelfNamed: {
      streamType,
      schemaVersion: 1,
      becomes: {
        type: 'ShelfLabelled',
        schemaVersion: 1,
        data: ({ name }: { readonly name: string }) => ({ label: name }),
      },
    },
  },
  endings: [],
  stateVersion: 1,
  bytesOf: () => 100,
}

export const shelfStream = (shelfId: string): StreamName => ({ type: streamType, id: shelfId })
