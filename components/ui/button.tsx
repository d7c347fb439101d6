import type { ComponentProps } from 'react'
import { cn } from './cn'

const variants = {
  primary:
    'bg-accent text-on-accent enabled:hover:brightness-110 enabled:active:brightness-95 disabled:bg-ink/12 disabled:text-ink disabled:opacity-60',
  past: 'bg-past text-card enabled:hover:brightness-110 disabled:opacity-60',
  secondary: 'border border-line bg-card text-ink hover:border-edge disabled:opacity-45',
  ghost: 'text-ink hover:bg-sunken disabled:opacity-45',
  quiet: 'text-muted hover:bg-sunken disabled:opacity-45',
  inked: 'bg-ink text-paper hover:bg-ink/85 disabled:opacity-45',
  danger: 'border border-line bg-card text-danger hover:border-danger disabled:opacity-45',
} as const

const sizes = {
  xs: 'h-8 gap-1.5 px-2 text-sm',
  sm: 'h-8 gap-1.5 px-3 text-sm',
  md: 'h-10 gap-2 px-4 text-md',
  lg: 'h-12 gap-2 px-5 text-lg',
  tool: 'h-9 gap-1.5 px-2.5 text-sm',
  icon: 'size-9',
  iconSm: 'size-8',
  iconLg: 'size-11',
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
      'inline-flex shrink-0 select-none whitespace-nowrap items-center justify-center rounded-md font-medium transition-[filter,background-color,border-color] aria-disabled:opacity-60 pointer-coarse:min-h-11 pointer-coarse:min-w-11',
      variants[variant],
      sizes[size],
      className,
    )}
    {...props}
  />
)
