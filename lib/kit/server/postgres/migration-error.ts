/** The database could not be brought up to date. The message says what a person can do about it. */
export class MigrationError extends Error {
  override name = 'MigrationError'

  constructor(
    readonly reason: 'changed' | 'failed' | 'unfinished' | 'unreadable',
    readonly migration: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
