export type InvalidReadReason =
  | 'BadStream'
  | 'BadId'
  | 'BadVersion'
  | 'BadPosition'
  | 'BadLimit'
  | 'BadDirection'
  | 'BadPartition'
  | 'BadFilter'
  | 'BadTime'

/** A read that can't be made: refused before the log is asked. */
export class InvalidRead extends Error {
  override name = 'InvalidRead'

  constructor(
    readonly reason: InvalidReadReason,
    message: string,
  ) {
    super(message)
  }
}
