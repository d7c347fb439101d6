'use client'

import { useContext, useMemo, useState } from 'react'
import type { CartState } from '@/lib/domain/cart/state'
import type { Made } from '@/lib/history/blame'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { type ProductNames, productNames } from '../timeline/product-names'
import { sentence } from '../timeline/sentence'
import { Button } from '../ui/button'
import { Time } from '../ui/time'
import { type Moment, ShownMoment } from './shown-moment'
import { useBlame } from './use-blame'

interface WhyListProps {
  readonly what: string
  readonly select: (cart: CartState) => number
  readonly words: (value: number) => string
  readonly onJump: () => void
}

/** The events that made a value what it is at the moment shown, newest first; each leads to its version. */
export const WhyList = (props: WhyListProps) => {
  const moment = useContext(ShownMoment)
  return moment && <MadeList {...props} moment={moment} />
}

const MadeList = ({ what, select, words, onJump, moment }: WhyListProps & { readonly moment: Moment }) => {
  // What was asked stays what was asked while the cart goes on.
  const [{ history, version }] = useState(moment)
  const { made, isLooking, hasMore, more } = useBlame(history, select, version)
  const names = useMemo(() => productNames(history.events), [history])
  return (
    <div className="scroll-quiet flex max-h-[min(24rem,60dvh)] flex-col overflow-y-auto overscroll-contain p-1.5">
      <p className="wrap-anywhere px-3 pt-2 pb-1.5 text-[13px] text-muted">
        <span className="line-clamp-2">{`What made ${what}`}</span>
      </p>
      <ol aria-label="Events, newest first">
        {made.map((one) => {
          const event = history.events[one.version - 1]
          return (
            event && (
              <li key={one.version}>
                <MadeRow
                  made={one}
                  event={event}
                  names={names}
                  words={words}
                  onClick={() => {
                    onJump()
                    moment.jump(one.version)
                  }}
                />
              </li>
            )
          )
        })}
      </ol>
      {made.length === 0 && !isLooking && (
        <p className="px-3 pb-2 text-sm">Nothing yet: it is as it began.</p>
      )}
      {hasMore && (
        <Button variant="ghost" size="sm" aria-disabled={isLooking || undefined} onClick={more}>
          {isLooking ? 'Looking further back…' : 'Earlier'}
        </Button>
      )}
    </div>
  )
}

interface MadeRowProps {
  readonly made: Made<number>
  readonly event: RecordedCartEvent
  readonly names: ProductNames
  readonly words: (value: number) => string
  readonly onClick: () => void
}

const MadeRow = ({ made, event, names, words, onClick }: MadeRowProps) => (
  <button
    type="button"
    onClick={onClick}
    className="grid w-full grid-cols-[2.25rem_1fr] items-baseline gap-x-3 rounded-md px-2 py-2 text-left -outline-offset-2 hover:bg-sunken"
  >
    <span className="text-right font-mono text-[13px] text-past tabular-nums">
      <span className="sr-only">Go to version </span>
      {made.version}
    </span>
    <span className="wrap-anywhere line-clamp-3 text-sm leading-snug">{sentence(event, names)}</span>
    <span className="col-start-2 flex flex-wrap items-baseline gap-x-1.5 text-[12px] text-muted">
      <span>{event.metadata.actor.kind}</span>
      <Time iso={event.occurredAt} format="full" className="font-mono text-[11.5px] tabular-nums" />
      <span className="ml-auto whitespace-nowrap font-mono tabular-nums">
        {words(made.before)} → <span className="text-ink">{words(made.after)}</span>
      </span>
    </span>
  </button>
)
