import type { ComponentProps } from 'react'
import { cn } from './cn'

const variants = {
  primary:
    'bg-accent text-on-accent enabled:hover:brightness-110 enabled:active:brightness-95 disabled:bg-ink/12 disabled:text-ink disabled:opacity-60',
  past: 'bg-past text-card enabled:hover:brightness-110 disabled:opacity-60',
  secondary: 'border border-line bg-card text-ink hover:border-edge',
  ghost: 'text-ink hover:bg-sunken',
  danger: 'border border-line bg-card text-danger hover:border-danger',
} as const

const sizes = {
  sm: 'h-8 gap-1.5 px-3 text-sm',
  md: 'h-10 gap-2 px-4 text-md',
  lg: 'h-12 gap-2 px-5 text-lg',
  icon: 'size-9',
} as const

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: keyof typeof variants
  readonly size?: keyof typeof sizes
}

/** A button; of type `button` unless told otherwise. */
export const Button = ({ variant = 'secondary', size = 'md', className, ...props }: ButtonProps) => (
  <button
    type="button"
    className={cn(
      'inline-flex shrink-0 select-none whitespace-nowrap items-center justify-center rounded-md font-medium transition-[filter,background-color,border-color] disabled:opacity-45 aria-disabled:opacity-60 pointer-coarse:min-h-11 pointer-coarse:min-w-11',
      variants[variant],
      sizes[size],
      className,
    )}
    {...props}
  />
)
