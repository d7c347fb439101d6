import { type ComponentProps, useId } from 'react'
import { cn } from './cn'
import { FieldError } from './field-error'

interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string
  readonly error?: string | undefined
}

/** One of a list to choose, with its name above and, where something is wrong, why below. */
export const SelectField = ({ label, error, className, children, ...select }: SelectFieldProps) => {
  const id = useId()
  return (
    <div className={cn('grid content-start', className)}>
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <select
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className="h-10 w-full min-w-0 border-edge border-b bg-card text-lg text-ink outline-none transition-colors focus:border-accent focus:shadow-[0_1px_0_var(--accent)] aria-invalid:border-danger pointer-coarse:h-11"
        {...select}
      >
        {children}
      </select>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
