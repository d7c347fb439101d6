'use client'

import { Check, X } from 'lucide-react'
import { memo, useMemo } from 'react'
import { becameTrue } from '@/lib/kit/client/scan/turns'
import type { Turns } from '@/lib/kit/client/scan/use-turns'
import { cn } from '../../ui/cn'
import { count } from '../../ui/format'
import { LongList } from '../../ui/long-list'
import { Time } from '../../ui/time'

interface Turn {
  readonly version: number
  readonly becameTrue: boolean
  readonly at: string
  readonly type: string
  /** How many versions it stayed so; undefined for the last, which lasts. */
  readonly lasted: number | undefined
}

interface TurnListProps {
  readonly turns: Turns
  /** The version looked at. */
  readonly version: number
  readonly onJump: (version: number) => void
}

/** Where a condition became true or false, newest first; each leads to its version. */
export const TurnList = ({ turns: found, version, onJump }: TurnListProps) => {
  const { versions, times, types, eventNames, atFirst } = found
  const turns = useMemo(() => {
    const all: Turn[] = Array.from(versions ?? [], (at, nth) => ({
      version: at,
      becameTrue: becameTrue(atFirst, nth),
      at: new Date(times[nth] ?? 0).toISOString(),
      type: eventNames[types[nth] ?? 0] ?? '',
      lasted: versions?.[nth + 1] === undefined ? undefined : (versions[nth + 1] as number) - at,
    }))
    return all.reverse()
  }, [versions, times, types, eventNames, atFirst])
  return (
    <LongList
      label="Turns, newest first"
      items={turns}
      keyOf={({ version }) => String(version)}
      rowHeight={57}
      row={(turn) => <TurnRow turn={turn} isCurrent={turn.version === version} onJump={onJump} />}
    />
  )
}

interface TurnRowProps {
  readonly turn: Turn
  readonly isCurrent: boolean
  readonly onJump: (version: number) => void
}

const TurnRow = memo(({ turn, isCurrent, onJump }: TurnRowProps) => {
  const Icon = turn.becameTrue ? Check : X
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => onJump(turn.version)}
      className="grid min-h-14 w-full grid-cols-[3.5rem_auto_1fr] items-center gap-x-3 px-4 py-2 text-left -outline-offset-2 hover:bg-sunken aria-[current]:bg-past/10 sm:px-6"
    >
      <span className="text-right font-mono text-sm text-past tabular-nums">
        <span className="sr-only">Go to version </span>
        {turn.version}
      </span>
      <span
        aria-hidden
        className={cn(
          'grid size-6 place-items-center rounded-full border border-current',
          turn.becameTrue ? 'bg-current/10 text-kind-green' : 'text-kind-brick',
        )}
      >
        <Icon className="size-3.5" strokeWidth={2.25} />
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-md">
          {turn.becameTrue ? 'Became true' : 'Became false'}
          <span className="text-xs text-muted">
            {turn.lasted === undefined ? 'until now' : `for ${count(turn.lasted, 'version')}`}
          </span>
        </span>
        <span className="flex flex-wrap gap-x-1.5 text-xs text-muted">
          <span className="font-mono text-xs">{turn.type}</span>
          <Time iso={turn.at} format="full" className="font-mono text-xs tabular-nums" />
        </span>
      </span>
    </button>
  )
})
