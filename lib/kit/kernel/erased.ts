/** What a personal field reads as once its key is gone. No field of an event has this shape otherwise. */
export interface Erased {
  readonly $erased: true
}

export const erased: Erased = { $erased: true }

/** Was this personal field erased? */
export const isErased = (value: unknown): value is Erased =>
  typeof value === 'object' && value !== null && '$erased' in value && value.$erased === true
