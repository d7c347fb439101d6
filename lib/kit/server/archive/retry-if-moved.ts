import type { Sql } from '../postgres/sql'
import { ArchiveUnreadable } from './archive-unreadable'
import { findTombstone } from './find-tombstone'

/** A stream may be brought back between the look at its tombstone and the opening of its copy: then looks again. */
export const retryIfMoved = async <Result>(sql: Sql, read: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof ArchiveUnreadable)) throw error
      const tombstone = await findTombstone(sql, error.stream)
      if (tombstone?.location === error.location) throw error
    }
  }
}
