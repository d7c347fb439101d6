import type { OutboxEntry } from './outbox-entry'

/**
 * The stream that another tab began for this person since this page was drawn: before its code was there the page heard
 * of nothing, but the outbox, which both share, knows. Undefined where none was.
 */
export const begunElsewhere = (
  entries: readonly Pick<OutboxEntry, 'streamId' | 'answered'>[],
  drawnAt: number,
): string | undefined =>
  entries.findLast(({ streamId, answered }) => streamId !== null && (answered?.at ?? 0) >= drawnAt)
    ?.streamId ?? undefined
