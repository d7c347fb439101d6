import { escapeIdentifier, type PoolClient } from 'pg'

/**
 * Works in a transaction that knows a schema's tables alone: should they be gone, it fails, and doesn't write
 * into those of the same name elsewhere.
 */
export const transactionIn = async <Result>(
  client: PoolClient,
  schema: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  await client.query(`BEGIN; SET LOCAL search_path TO ${escapeIdentifier(schema)}`)
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    // Fails only where the connection is lost, and then there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
