/** Takes a value of a statement in, and answers what stands for it in the statement's text. */
export type Add = (value: unknown) => string

/** Values on their way to Postgres apart from the text. */
export const createParameters = () => {
  const values: unknown[] = []
  const add: Add = (value) => `$${values.push(value)}`
  return { values, add }
}
