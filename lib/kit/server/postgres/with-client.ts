import pg, { type Client } from 'pg'

/** Works with a connection to a URL's database, and ends it. One that is lost fails the query under way. */
export const withClient = async <Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString })
  // Unheard, the loss of it would end the process as well.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
