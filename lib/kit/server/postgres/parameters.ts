/** Takes a value of a statement in, and answers what stands for it in the statement's text. */
export type Value = (of: unknown) => string

/** Values on their way to Postgres apart from the text. */
export const createParameters = () => {
  const values: unknown[] = []
  const value: Value = (of) => `$${values.push(of)}`
  return { values, value }
}
