/** So many events after the index's checkpoint are looked through for a read or a condition. */
export const mostUnindexed = 10_000

/** By this SQLSTATE the database says of a condition that it would take more. */
const sqlState = 'HIB01'

const retryMs = 1_000

/**
 * Thrown where more of the log would have to be looked through than is done for one question: the index by which it is asked
 * for types, tags, stories, actors and times is that far behind. Nothing was written, and it may be asked again.
 */
export class IndexBehind extends Error {
  override name = 'IndexBehind'
  readonly retryAfterMs = retryMs

  constructor(options?: ErrorOptions) {
    super('The index of the log is too far behind to answer; try again when it has caught up', options)
  }
}

/** Says by `IndexBehind` what the database told so. */
export const tellIndexBehind = (error: unknown): never => {
  if ((error as { code?: unknown } | undefined)?.code === sqlState) throw new IndexBehind({ cause: error })
  throw error
}
