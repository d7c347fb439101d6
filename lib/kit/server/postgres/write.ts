import { createHash } from 'node:crypto'
import { createParameters, type Value } from './parameters'
import type { Sql } from './sql'

/**
 * A statement that writes rows and answers nothing. Several are made one statement, so that they cost one round trip and
 * need no transaction around them: none sees what another writes, and no two of them may write the same row.
 */
export type Write = (value: Value) => string

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** One statement that asks `question` first and then does all the writes, or none of it. */
const statementOf = (question: Write, writes: readonly Write[]): Statement => {
  const { values, value } = createParameters()
  const parts = writes.map((write, nth) => `write_${nth} AS (${write(value)})`)
  const asked = question(value)
  return { text: parts.length > 0 ? `WITH ${parts.join(', ')} ${asked}` : asked, values }
}

/** Does the writes; nothing is asked where there are none. */
export const doWrites = async (sql: Sql, writes: readonly Write[]): Promise<void> => {
  if (writes.length > 0) await sql.query(statementOf(() => 'SELECT', writes))
}

/** The same after a question that may fail: then nothing is written. Planned once for each text. */
export const askAndWrite = async (sql: Sql, question: Write, writes: readonly Write[]): Promise<void> => {
  const statement = statementOf(question, writes)
  const name = createHash('sha1').update(statement.text).digest('hex')
  await sql.query({ name, ...statement })
}
