'use client'

import Link from 'next/link'
import { streamPage } from '@/components/shop/stream-page'
import { Button } from '@/components/ui/button'
import { count, formatCount } from '@/components/ui/format'
import { textLinkStyle } from '@/components/ui/link-style'
import { ShortId } from '@/components/ui/short-id'
import { Time } from '@/components/ui/time'
import type { ParkedOfProcess } from '@/lib/kit/wire/api-processes'
import { firstLine } from '../first-line'
import { whatNames } from './process-words'
import { type Retry, useRetry } from './use-retry'

interface ParkedWorkProps {
  readonly process: string
  readonly parked: ParkedOfProcess
  readonly retry: Retry
}

/** Something that a process could not do: for which instance, why, and the button that has it tried again. */
export const ParkedWork = ({ process, parked, retry }: ParkedWorkProps) => {
  const { position, instance, what, attempts, error, parkedAt } = parked
  const { isBusy, run } = useRetry(retry)
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-b py-3 md:grid-cols-[1fr_auto] md:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 text-md">
          <span className="font-mono text-sm tabular-nums">{formatCount(position)}</span>
          {`${whatNames[what]} of`}
          <Link href={streamPage({ type: process, id: instance })} prefetch={false} className={textLinkStyle}>
            <ShortId id={instance} />
          </Link>
        </p>
        <p className="break-words pt-1 text-danger text-sm">{firstLine(error)}</p>
        <p className="pt-1 text-muted text-sm">
          {`${count(attempts, 'try', 'tries')}, parked `}
          <Time iso={parkedAt} format="full" />
        </p>
      </div>
      <Button
        size="sm"
        aria-busy={isBusy}
        aria-label={`Try what stands at ${position} again`}
        className="justify-self-start"
        onClick={() => run(position)}
      >
        Try again
      </Button>
    </li>
  )
}
