import type { Sql } from '../postgres/sql'

/** What became of work that was tried. */
export type Settled =
  | { readonly type: 'done'; readonly id: string }
  | {
      readonly type: 'again'
      readonly id: string
      readonly attempts: number
      readonly error: string
      readonly inMs: number
    }
  | { readonly type: 'parked'; readonly id: string; readonly attempts: number; readonly error: string }

/**
 * Takes what is done out of the queue and notes down what failed. It is committed without a flush of its own: what a crash of
 * the server takes back is tried once more.
 */
export const settleWork = async (sql: Sql, queue: string, settled: readonly Settled[]): Promise<void> => {
  const done = settled.filter(({ type }) => type === 'done').map(({ id }) => id)
  const failed = settled.filter((each) => each.type !== 'done')
  await sql.query({
    name: 'settle_work',
    text: `WITH unhurried AS MATERIALIZED (
             SELECT set_config('synchronous_commit', 'off', true)
           ), done AS (
             DELETE FROM waiting_work WHERE queue = $1 AND id = ANY ($2)
           ), failed AS (
             UPDATE waiting_work w SET attempts = f.attempts, error = f.error, due_at = now() + f.in_ms * interval '1 ms',
               parked_at = CASE WHEN f.is_parked THEN now() END
             FROM unnest($3::text[], $4::integer[], $5::text[], $6::integer[], $7::boolean[])
               AS f(id, attempts, error, in_ms, is_parked)
             WHERE w.queue = $1 AND w.id = f.id
           )
           SELECT FROM unhurried`,
    values: [
      queue,
      done,
      failed.map(({ id }) => id),
      failed.map(({ attempts }) => attempts),
      failed.map(({ error }) => error),
      failed.map((each) => (each.type === 'again' ? Math.round(each.inMs) : 0)),
      failed.map(({ type }) => type === 'parked'),
    ],
  })
}
