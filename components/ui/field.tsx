import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { FieldError } from './field-error'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly className?: string | undefined
  /** Draws what is filled in. */
  readonly children: (control: Control) => ReactNode
}

/** What it takes of an element to be the one that is named, and explained. */
interface Control {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** How a field of one line looks. */
export const fieldLine =
  'h-10 w-full min-w-0 border-edge border-b text-lg outline-none transition-colors focus:border-accent focus:shadow-[0_1px_0_var(--accent)] aria-invalid:border-danger pointer-coarse:h-11'

/** Something to fill in, with its name above and, where something is wrong, why below. */
export const Field = ({ label, hint, error, className, children }: FieldProps) => {
  const id = useId()
  const below = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className={cn('grid content-start', className)}>
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': below })}
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
