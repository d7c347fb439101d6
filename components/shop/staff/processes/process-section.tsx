'use client'

import Link from 'next/link'
import { streamPage } from '@/components/shop/stream-page'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { count, formatCount } from '@/components/ui/format'
import { textLinkStyle } from '@/components/ui/link-style'
import { ShortId } from '@/components/ui/short-id'
import { Time } from '@/components/ui/time'
import type { ParkedOfProcess, ProcessSummary } from '@/lib/kit/wire/api-processes'
import { Fact, Figure } from '../fact'
import { ParkedWork } from './parked-work'
import { instancesText, isInTrouble, purposeOf, standingOf, titleOf, whatNames } from './process-words'
import { type Retry, useRetry } from './use-retry'

/** What an instance waits for. */
interface NextWork {
  readonly instance: string
  readonly what: 'timer' | 'command' | 'effect'
  readonly dueAt: string
  readonly attempts: number
}

interface ProcessSectionProps {
  readonly process: ProcessSummary
  readonly parked: readonly ParkedOfProcess[]
  readonly next: readonly NextWork[]
  readonly retry: Retry
}

/** A process: how far it has come, what its instances wait for, what it could not do, and what can be done about that. */
export const ProcessSection = ({ process, parked, next, retry }: ProcessSectionProps) => {
  const { name, position, behind, waitingInstances, waitingInputs } = process
  const { isBusy, run } = useRetry(retry)
  const purpose = purposeOf(name)
  return (
    <section aria-label={titleOf(name)} className="border-ink border-t py-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 className="font-display text-3xl leading-tight">{titleOf(name)}</h2>
          {purpose && <p className="pt-1 text-muted text-sm">{purpose}</p>}
        </div>
        {process.parked > 1 && (
          <Button size="sm" aria-busy={isBusy} onClick={() => run()}>
            Try all again
          </Button>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 pt-5 sm:grid-cols-4">
        <Fact name="Now">
          <span className={cn(isInTrouble(process) && 'text-danger')}>{standingOf(process)}</span>
        </Fact>
        <Fact name="Given its inputs up to">
          <Figure>{formatCount(position)}</Figure>
        </Fact>
        <Fact name="Still to come">
          <Figure>{formatCount(behind)}</Figure>
          {waitingInputs > 0 && (
            <span className="block text-muted text-xs">
              {count(waitingInputs, 'input waits', 'inputs wait')}
            </span>
          )}
        </Fact>
        <Fact name="Instances that wait">
          <Figure>{instancesText(waitingInstances)}</Figure>
          {process.parked > 0 && (
            <span className="block text-danger text-xs">{`${formatCount(process.parked)} parked`}</span>
          )}
        </Fact>
      </dl>
      {parked.length > 0 && (
        <div className="pt-5">
          <h3 className="text-muted text-sm">Could not be done</h3>
          <ul className="border-line border-t">
            {parked.map((each) => (
              <ParkedWork key={`${each.position}/${each.what}`} process={name} parked={each} retry={retry} />
            ))}
          </ul>
        </div>
      )}
      {next.length > 0 && (
        <div className="pt-5">
          <h3 className="text-muted text-sm">Next</h3>
          <ul className="border-line border-t">
            {next.map(({ instance, what, dueAt, attempts }) => (
              <li
                key={`${instance}/${what}/${dueAt}`}
                className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2.5 text-md"
              >
                <span>{whatNames[what]}</span>
                <Link
                  href={streamPage({ type: name, id: instance })}
                  prefetch={false}
                  className={textLinkStyle}
                >
                  <ShortId id={instance} />
                </Link>
                {attempts > 0 && (
                  <span className="text-danger text-sm">{`failed ${formatCount(attempts)} times`}</span>
                )}
                <Time iso={dueAt} format="full" className="ml-auto text-muted text-sm tabular-nums" />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
