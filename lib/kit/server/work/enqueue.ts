import type { Sql } from '../postgres/sql'
import { doWrites, type Write } from '../postgres/write'
import type { NewWork } from './work'

/** Puts work into a queue; what is there already stays as it is. A write, so that followers can do it with their rows. */
export const enqueueing = (queue: string, work: readonly NewWork[]): readonly Write[] =>
  work.length === 0
    ? []
    : [
        (value) =>
          `INSERT INTO public.waiting_work (queue, id, key, position, payload, due_at, error)
           SELECT ${value(queue)}, id, key, position, payload, coalesce("dueAt", now()), error
           FROM jsonb_to_recordset(${value(JSON.stringify(work))}) AS w(
             id text, key text, position bigint, payload jsonb, "dueAt" timestamptz, error text)
           ON CONFLICT (queue, id) DO NOTHING`,
      ]

/** The same at once. */
export const enqueue = (sql: Sql, queue: string, work: readonly NewWork[]): Promise<void> =>
  doWrites(sql, enqueueing(queue, work))
