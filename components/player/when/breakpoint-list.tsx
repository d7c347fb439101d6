'use client'

import { ChevronDown, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { type Breakpoint, breakpointKey } from '@/lib/kit/client/scan/breakpoint'
import type { Breakpoints } from '@/lib/kit/client/scan/use-breakpoints'
import { Button } from '../../ui/button'
import { cn } from '../../ui/cn'
import { formatCount } from '../../ui/format'
import { AddBreakpoint } from './add-breakpoint'

interface BreakpointListProps {
  readonly breakpoints: Breakpoints
  readonly playhead: Playhead
}

/** Where playback stops: to be switched on and off, taken away, added to, and gone to one after the other. */
export const BreakpointList = ({ breakpoints, playhead }: BreakpointListProps) => {
  const { stops, next } = breakpoints
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const steps = [
    { name: 'Previous stop', icon: ChevronLeft, to: next(playhead.version, 'backward') },
    { name: 'Next stop', icon: ChevronRight, to: next(playhead.version, 'forward') },
  ]
  return (
    <section
      aria-label="Breakpoints"
      className="scroll-quiet max-h-[55%] shrink-0 overflow-y-auto border-line border-t px-4 py-2 sm:px-6"
    >
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
          className="mr-auto flex min-h-9 items-center gap-2 font-medium text-md pointer-coarse:min-h-11"
        >
          <ChevronDown aria-hidden className={cn('size-4 text-muted', !isOpen && '-rotate-90')} />
          Playback stops
          <span className="font-mono font-normal text-xs text-muted tabular-nums">
            {breakpoints.breakpoints.length > 0 && `at ${formatCount(stops.length)}`}
          </span>
        </button>
        {steps.map(({ name, icon: Icon, to }) => (
          <Button
            key={name}
            variant="ghost"
            size="icon"
            aria-label={name}
            title={name}
            aria-disabled={to === undefined || undefined}
            onClick={() => to !== undefined && playhead.jump(to)}
            className="aria-disabled:opacity-35!"
          >
            <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
          </Button>
        ))}
      </div>
      {isOpen && (
        <div id={id}>
          <ul aria-label="Stops">
            {breakpoints.breakpoints.map((breakpoint) => (
              <BreakpointRow key={breakpointKey(breakpoint)} breakpoint={breakpoint} {...breakpoints} />
            ))}
          </ul>
          <AddBreakpoint type={breakpoints.type} onAdd={breakpoints.add} />
        </div>
      )}
    </section>
  )
}

interface BreakpointRowProps extends Pick<Breakpoints, 'toggle' | 'remove'> {
  readonly breakpoint: Breakpoint
}

const BreakpointRow = ({ breakpoint, toggle, remove }: BreakpointRowProps) => {
  const [lead, what] = wordsOf(breakpoint)
  return (
    <li className="flex items-center gap-2">
      <label className="flex min-h-9 min-w-0 flex-1 items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={breakpoint.enabled}
          onChange={() => toggle(breakpoint)}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="truncate text-sm" title={what}>
          {lead} <span className="font-mono text-xs">{what}</span>
        </span>
      </label>
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={`Remove the stop ${lead} ${what}`}
        onClick={() => remove(breakpoint)}
      >
        <X aria-hidden className="size-3.5" />
      </Button>
    </li>
  )
}

const wordsOf = (breakpoint: Breakpoint): readonly [string, string] => {
  switch (breakpoint.type) {
    case 'type':
      return ['at each', breakpoint.eventType]
    case 'condition':
      return ['when true:', breakpoint.text]
    case 'path':
      return ['when it changes:', breakpoint.text]
  }
}
