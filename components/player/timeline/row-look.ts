import { cn } from '@/components/ui/cn'

interface RowLook {
  readonly selected: boolean
  /** The version looked at is this row's, and it isn't the newest. */
  readonly looked: boolean
  readonly inRun?: boolean
}

/** How a row is laid out and marked. */
export const rowLook = (row: RowLook): string => cn('grid h-full grid-cols-[3.25rem_1fr]', groundOf(row))

const groundOf = ({ selected, looked, inRun = false }: RowLook): string | false => {
  if (looked) return 'bg-past/10 shadow-[inset_3px_0_0_var(--past)]'
  return selected ? 'bg-ink/5' : inRun && 'bg-sunken/50'
}

interface SeekLook {
  readonly version: number
  readonly looked: boolean
  /** The newest version is looked at, and is this row's. */
  readonly live: boolean
  readonly pending: boolean
}

/** How the number is that goes to a row's version. */
export const seekLook = ({ version, looked, live, pending }: SeekLook): string =>
  cn(
    'text-right font-mono tabular-nums underline decoration-transparent underline-offset-4 -outline-offset-2',
    numberLook(version),
    pending ? 'cursor-default' : 'hover:decoration-current',
    live ? 'font-semibold text-accent' : looked ? 'font-semibold text-past' : 'text-muted',
  )

const numberLook = (version: number): string => {
  if (version > 99_999) return 'pr-2 text-2xs'
  return version > 9_999 ? 'pr-2 text-xs' : 'pr-2.5 text-sm'
}
