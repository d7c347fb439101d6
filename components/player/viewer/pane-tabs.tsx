'use client'

import { cn } from '@/components/ui/cn'

export type Pane = 'timeline' | 'state'

interface PaneTabsProps {
  /** What the state is of, at the beginning of a line. */
  readonly title: string
  readonly pane: Pane
  readonly onChange: (pane: Pane) => void
}

/** Where there isn't room for both: whether one sees the state or its timeline. */
export const PaneTabs = ({ title, pane, onChange }: PaneTabsProps) => (
  <nav aria-label="Views" className="grid grid-cols-2 border-line border-b lg:hidden">
    {(['timeline', 'state'] as const).map((name) => (
      <button
        key={name}
        type="button"
        aria-current={pane === name ? 'true' : undefined}
        onClick={() => onChange(name)}
        className={cn(
          'min-h-11 border-t-2 text-md -outline-offset-2',
          pane === name ? 'border-accent bg-card font-medium' : 'border-transparent text-muted',
        )}
      >
        {name === 'state' ? title : 'Timeline'}
      </button>
    ))}
  </nav>
)
