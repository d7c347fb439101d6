/** Could a password not be hashed for now, because too many others were? */
export const isHashingOverloaded = (error: unknown): boolean =>
  error instanceof Error && (error as { body?: { code?: unknown } }).body?.code === 'OVERLOADED'
