import type { KeyboardEvent } from 'react'
import { cn } from '../../ui/cn'
import { count } from '../../ui/format'
import { sentenceCase } from '../../ui/sentence-case'
import { ShortId } from '../../ui/short-id'
import type { ToldLane } from './told-story'

interface LaneTabsProps {
  readonly lanes: readonly ToldLane[]
  readonly selected: string
  /** The id of the panel that shows the selected lane's state. */
  readonly panelId: string
  readonly onSelect: (key: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export const laneTabId = (panelId: string, key: string): string => `${panelId}-${key}`

/** The lanes' names: whose is chosen, its stream's state is shown. On narrow screens each stands above its lane's marks. */
export const LaneTabs = ({ lanes, selected, panelId, onSelect, onKeyDown }: LaneTabsProps) => (
  <div
    role="tablist"
    aria-label="Lanes"
    aria-orientation="vertical"
    onKeyDown={onKeyDown}
    className="pointer-events-none absolute top-0 left-0 z-20 w-full @[44rem]:w-56"
  >
    {lanes.map(({ key, stream, events, told }) => (
      <div key={key} role="presentation" className="h-(--lane)">
        <button
          id={laneTabId(panelId, key)}
          type="button"
          role="tab"
          aria-selected={key === selected}
          aria-controls={panelId}
          tabIndex={key === selected ? 0 : -1}
          onClick={() => onSelect(key)}
          className={cn(
            'pointer-events-auto flex h-6 max-w-full items-baseline gap-x-1.5 px-3 text-left text-sm leading-6 [text-shadow:0_0_3px_var(--ground),0_0_3px_var(--ground),0_0_3px_var(--ground)] -outline-offset-2 @[44rem]:h-full @[44rem]:w-full @[44rem]:flex-col @[44rem]:justify-center @[44rem]:px-6 @[44rem]:leading-snug',
            key === selected ? 'font-medium' : 'hover:underline',
          )}
        >
          <span>{sentenceCase(told.noun)}</span>
          <span className="font-normal text-muted">
            <ShortId id={stream.id} />
          </span>
          <span className="sr-only">{`, ${count(events.length, 'event')}`}</span>
        </button>
      </div>
    ))}
  </div>
)
