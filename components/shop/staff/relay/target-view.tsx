import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format'
import { Time } from '@/components/ui/time'
import type { RelayTargetState, RelayWaitingEvent } from '@/lib/kit/wire/api-relay'
import { Fact, Figure } from '../fact'
import { RefusedEvents } from './refused-events'
import { TargetControls } from './target-controls'
import { eventsOf, isInTrouble, standingOf, typeNames } from './target-words'
import type { Steer } from './use-steer'

interface TargetViewProps {
  readonly target: RelayTargetState
  readonly refused: readonly RelayWaitingEvent[]
  readonly steer: Steer
}

/** A target of the relay: where it is, how far it has come, what is wrong, and what can be done. */
export const TargetView = ({ target, refused, steer }: TargetViewProps) => {
  const { name, type, place, position, behind, behindSince, waiting, parked, trouble, troubleSince } = target
  return (
    <section aria-label={name} className="border-ink border-t py-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h2 className="font-display text-3xl leading-tight">{name}</h2>
          <p className="break-words pt-1 text-muted text-sm">
            {typeNames[type]}, {place}
          </p>
          <p className="break-words pt-1 text-muted text-sm">{eventsOf(target)}</p>
        </div>
        <TargetControls target={target} steer={steer} />
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 pt-5 sm:grid-cols-4">
        <Fact name="Now">
          <span className={cn(isInTrouble(target) && 'text-danger')}>{standingOf(target)}</span>
        </Fact>
        <Fact name="Sent up to">
          <Figure>{formatCount(position)}</Figure>
        </Fact>
        <Fact name="Still to come">
          <Figure>{formatCount(behind)}</Figure>
          {behind > 0 && behindSince && (
            <span className="block text-muted text-xs">
              since <Time iso={behindSince} format="full" />
            </span>
          )}
        </Fact>
        <Fact name="Waiting">
          <Figure>{formatCount(waiting)}</Figure>
          {parked > 0 && <span className="block text-danger text-xs">{formatCount(parked)} parked</span>}
        </Fact>
      </dl>
      {trouble && (
        <p className="break-words pt-4 text-danger text-md">
          {trouble}
          {troubleSince && (
            <span className="text-muted text-sm">
              {' '}
              Since <Time iso={troubleSince} format="full" />
            </span>
          )}
        </p>
      )}
      {refused.length > 0 && <RefusedEvents events={refused} steer={steer} />}
    </section>
  )
}
