import pg from 'pg'

export interface NotedStatements {
  /** The texts of those that were sent since it was last asked. */
  readonly take: () => string[]
  readonly stop: () => void
}

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown }).text)

/** Notes each statement that this process sends to Postgres, over whichever connection. */
export const noteStatements = (): NotedStatements => {
  const { query } = pg.Client.prototype
  let texts: string[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...given: Parameters<typeof query>) {
    const statements = textOf(given[0])
      .split(';')
      .map((text) => text.replace(/\s+/g, ' ').trim())
    texts.push(...statements.filter((text) => text !== ''))
    return query.apply(this, given)
  } as typeof query
  return {
    take: () => {
      const taken = texts
      texts = []
      return taken
    },
    stop: () => {
      pg.Client.prototype.query = query
    },
  }
}
