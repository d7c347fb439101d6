/** Something to be done that could not be done at once, or is not due yet. */
export interface NewWork {
  /** Of those with one id in a queue only the first is kept: what is asked for twice is done once. */
  readonly id: string
  /** What it belongs to; in a queue that keeps an order, what is done one after another. */
  readonly key: string
  /** Its place in that order. */
  readonly position: number
  /** What whoever does it has to know, as JSON. */
  readonly payload: object
  /** ISO 8601; at once when left out. */
  readonly dueAt?: string | undefined
  /** Why it could not be done at once. */
  readonly error?: string | undefined
}

/** Work whose time has come. */
export interface DueWork {
  readonly id: string
  readonly key: string
  readonly position: number
  readonly payload: unknown
  /** How often it was tried and failed. */
  readonly attempts: number
}
