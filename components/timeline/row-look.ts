import { cn } from '@/components/ui/cn'

interface RowLook {
  readonly selected: boolean
  /** The version looked at is this row's, and it isn't the newest. */
  readonly looked: boolean
  readonly inRun?: boolean
}

/** How a row is laid out and marked. */
export const rowLook = ({ selected, looked, inRun }: RowLook): string =>
  cn(
    'grid h-full grid-cols-[3.25rem_1fr]',
    inRun && 'bg-sunken/50',
    selected && 'bg-ink/5',
    looked && 'bg-past/10 shadow-[inset_3px_0_0_var(--past)]',
  )

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
    'pr-2.5 text-right font-mono text-sm tabular-nums underline decoration-transparent underline-offset-4 -outline-offset-2',
    version > 9_999 && 'pr-2 text-xs',
    version > 99_999 && 'text-2xs',
    pending ? 'cursor-default' : 'hover:decoration-current',
    looked ? 'font-semibold text-past' : 'text-muted',
    live && 'font-semibold text-accent',
  )
