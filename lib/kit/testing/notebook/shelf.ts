import type { StreamName } from '../../events/stream-name'

/** A shelf got another label. Shelves are the other type of streams in tests that need two. */
export interface ShelfLabelled {
  readonly type: 'ShelfLabelled'
  readonly data: { readonly label: string; readonly isLocked: boolean }
}

export const shelfStream = (shelfId: string): StreamName => ({ type: 'shelf', id: shelfId })
