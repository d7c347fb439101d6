import type * as z from 'zod'

/** What a form for an event holds: a text for each field. */
export type FieldValues = Record<string, string>

export interface EventField {
  readonly name: string
  readonly label: string
  readonly inputMode?: 'numeric' | 'decimal'
  /** Whether what the branch knows by name is offered. */
  readonly suggests?: true
}

/** What one may say of an event of a type. */
export interface EventForm {
  readonly fields: readonly EventField[]
  readonly schema: z.ZodType<FieldValues, FieldValues>
}
