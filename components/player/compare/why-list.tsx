'use client'

import { useContext, useState } from 'react'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { Button } from '../../ui/button'
import { Time } from '../../ui/time'
import { type MomentShown, ShownMoment } from './shown-moment'
import { type Maker, useBlame } from './use-blame'
import type { WhyProps } from './why-props'

interface WhyListProps<State extends Versioned, Value> extends Omit<WhyProps<State, Value>, 'className'> {
  readonly onJump: () => void
}

/** The events that made a value what it is at the moment shown, newest first; each leads to its version. */
export const WhyList = <State extends Versioned, Value>(props: WhyListProps<State, Value>) => {
  const moment = useContext(ShownMoment)
  return moment && <MadeList {...props} moment={moment} />
}

type MadeListProps<State extends Versioned, Value> = WhyListProps<State, Value> & {
  readonly moment: MomentShown
}

const MadeList = <State extends Versioned, Value>({
  what,
  select,
  words,
  onJump,
  moment,
}: MadeListProps<State, Value>) => {
  // What was asked stays what was asked while the stream goes on.
  const [asked] = useState(moment)
  const [wanted] = useState(() => select)
  const { makers, isLooking, hasFailed, hasMore, more } = useBlame(asked, wanted, asked.version)
  return (
    <div className="scroll-quiet flex max-h-[min(24rem,60dvh)] flex-col overflow-y-auto overscroll-contain p-1.5">
      <p className="wrap-anywhere px-3 pt-2 pb-1.5 text-sm text-muted">
        <span className="line-clamp-2">{`What made ${what}`}</span>
      </p>
      <ol aria-label="Events, newest first">
        {makers.map((maker) => (
          <li key={maker.version}>
            <MadeRow
              maker={maker}
              words={words}
              onClick={() => {
                onJump()
                moment.jump(maker.version)
              }}
            />
          </li>
        ))}
      </ol>
      {makers.length === 0 && !hasMore && (
        <p className="px-3 pb-2 text-md">Nothing yet: it is as it began.</p>
      )}
      {hasMore && (
        <Button variant="ghost" size="sm" aria-disabled={isLooking || undefined} onClick={more}>
          {isLooking ? 'Looking further back…' : hasFailed ? 'That could not be read. Try again' : 'Earlier'}
        </Button>
      )}
    </div>
  )
}

interface MadeRowProps<Value> {
  readonly maker: Maker<Value>
  /** `beside` is the value it came from, or became. */
  readonly words: (value: Value, beside: Value) => string
  readonly onClick: () => void
}

const MadeRow = <Value,>({
  maker: { version, event, text, before, after },
  words,
  onClick,
}: MadeRowProps<Value>) => (
  <button
    type="button"
    onClick={onClick}
    className="grid w-full grid-cols-[2.25rem_1fr] items-baseline gap-x-3 rounded-md px-2 py-2 text-left -outline-offset-2 hover:bg-sunken"
  >
    <span className="text-right font-mono text-sm text-past tabular-nums">
      <span className="sr-only">Go to version </span>
      {version}
    </span>
    <span className="wrap-anywhere line-clamp-3 text-md leading-snug">{text}</span>
    <span className="col-start-2 flex flex-wrap items-baseline gap-x-1.5 text-xs text-muted">
      <span>{event.metadata.actor.kind}</span>
      <Time iso={event.occurredAt} format="full" className="font-mono text-xs tabular-nums" />
      <span className="ml-auto whitespace-nowrap font-mono tabular-nums">
        {words(before, after)} → <span className="text-ink">{words(after, before)}</span>
      </span>
    </span>
  </button>
)
