import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Field, fieldLine } from './field'

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
}

/** A line to write on, with its name above and, where something is wrong, why below. */
export const TextField = ({ label, hint, error, className, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error} className={className}>
    {(control) => <input {...control} className={cn(fieldLine, 'bg-transparent')} {...input} />}
  </Field>
)
