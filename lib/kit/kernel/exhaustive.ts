/** Closes a switch: the compiler refuses a case that was forgotten. */
export const exhaustive = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
