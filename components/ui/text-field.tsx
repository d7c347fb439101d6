import { type ComponentProps, useId } from 'react'
import { cn } from './cn'
import { FieldError } from './field-error'

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
}

/** A line to write on, with its name above and, where something is wrong, why below. */
export const TextField = ({ label, hint, error, className, ...input }: TextFieldProps) => {
  const id = useId()
  const below = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className={cn('grid content-start', className)}>
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={below}
        className="h-10 w-full min-w-0 border-edge border-b bg-transparent text-lg outline-none transition-colors focus:border-accent focus:shadow-[0_1px_0_var(--accent)] aria-invalid:border-danger pointer-coarse:h-11"
        {...input}
      />
      {error ? (
        <FieldError id={`${id}-error`}>{error}</FieldError>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="pt-1.5 text-sm text-muted">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
