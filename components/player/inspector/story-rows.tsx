import Link from 'next/link'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { cn } from '../../ui/cn'
import { ShortId } from '../../ui/short-id'
import { Time } from '../../ui/time'
import { actorWords } from '../view/actor-words'
import { eventPage } from '../view/event-page'
import { typeWords } from '../view/type-words'
import { useStreamView } from '../view/use-stream-view'
import type { StoryCause, StoryNode } from './story-graph'
import { rowHeight } from './story-lines'
import { causeWords } from './story-words'

interface Walk {
  /** The selected event's id. */
  readonly selected: string
  /** The id of the event that is the tab stop. */
  readonly stop: string | undefined
  /** Is it an event of the stream that is looked at? */
  readonly isHere: (event: StoryEvent) => boolean
  readonly onSelect: (version: number) => void
  readonly onWalk: (eventId: string) => void
}

interface StoryRowsProps extends Walk {
  readonly nodes: readonly StoryNode[]
  readonly label?: string
}

/** Causes, below each what it led to: nested for whoever can't see the lines, one under the other for whoever can. */
export const StoryRows = ({ nodes, label, ...walk }: StoryRowsProps) => (
  <ul aria-label={label}>
    {nodes.map(({ key, what, children }) => (
      <li key={key}>
        <div style={{ height: rowHeight }} className="flex items-center">
          {what.type === 'event' ? <EventRow event={what.event} {...walk} /> : <CauseRow cause={what} />}
        </div>
        {children.length > 0 && <StoryRows nodes={children} {...walk} />}
      </li>
    ))}
  </ul>
)

const CauseRow = ({ cause }: { readonly cause: StoryCause }) => (
  <p className="min-w-0 flex-1 px-2 leading-snug">
    <span className="block truncate text-sm">{causeWords(cause)}</span>
    <span className="flex gap-x-2 truncate text-xs text-muted">
      {cause.type === 'command' && <ShortId id={cause.id} />}
      <span className="truncate">{`by ${actorWords(cause.first.actor)}`}</span>
    </span>
  </p>
)

const rowLook =
  'block min-w-0 flex-1 rounded-md px-2 py-1 text-left leading-snug -outline-offset-2 hover:bg-sunken aria-[current]:bg-edge/15'

const EventRow = ({
  event,
  selected,
  stop,
  isHere,
  onSelect,
  onWalk,
}: Walk & { readonly event: StoryEvent }) => {
  const { eventId, version } = event
  const isSelected = eventId === selected
  const page = eventPage(useStreamView(), event)
  const words = <EventWords event={event} isSelected={isSelected} />
  if (!page) return <div className="min-w-0 flex-1 px-2 leading-snug">{words}</div>
  const row = {
    'data-walk': '',
    tabIndex: eventId === stop ? 0 : -1,
    onFocus: () => onWalk(eventId),
    className: rowLook,
  }
  return isHere(event) ? (
    <button type="button" {...row} aria-current={isSelected || undefined} onClick={() => onSelect(version)}>
      {words}
    </button>
  ) : (
    <Link {...row} href={page} prefetch={false}>
      {words}
    </Link>
  )
}

const EventWords = ({ event, isSelected }: { readonly event: StoryEvent; readonly isSelected: boolean }) => (
  <>
    <span className={cn('block truncate text-sm', isSelected && 'font-medium')}>
      {typeWords(event.type)}
      {isSelected && <span className="sr-only"> (this event)</span>}
    </span>
    <span className="flex min-w-0 gap-x-2 text-xs text-muted">
      <span className="truncate">
        {`${event.streamType} `}
        <ShortId id={event.streamId} />
        {` version ${event.version}`}
      </span>
      <Time
        iso={event.occurredAt}
        className="ml-auto shrink-0 font-mono text-xs tabular-nums @max-[28rem]:hidden"
      />
    </span>
  </>
)
