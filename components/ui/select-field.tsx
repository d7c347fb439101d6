import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Field, fieldLine } from './field'

interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string
  readonly error?: string | undefined
}

/** One of a list to choose, with its name above and, where something is wrong, why below. */
export const SelectField = ({ label, error, className, ...select }: SelectFieldProps) => (
  <Field label={label} error={error} className={className}>
    {(control) => <select {...control} className={cn(fieldLine, 'bg-card text-ink')} {...select} />}
  </Field>
)
