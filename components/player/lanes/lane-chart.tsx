'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Needle } from '@/lib/kit/client/story/use-needle'
import { streamKeyOf } from '@/lib/kit/events/stream-name'
import { cn } from '../../ui/cn'
import { AheadOfNeedle, NeedleLine } from '../transport/needle-line'
import { Track } from '../transport/track'
import { laneKeys } from './lane-keys'
import { LaneRows, SelectedMark } from './lane-rows'
import { LaneTabs, laneTabId } from './lane-tabs'
import { scrollWithin } from './scroll-within'
import { TimeAxis } from './time-axis'
import type { ToldStory } from './told-story'
import { useAxis } from './use-axis'
import { useWidth } from './use-width'

interface LaneChartProps {
  readonly story: ToldStory
  readonly needle: Needle
  readonly hasNow: boolean
  /** The key of the lane that is looked at. */
  readonly selected: string
  /** The id of the panel that shows its state. */
  readonly panelId: string
  readonly valueText: string
  readonly slider: RefObject<HTMLInputElement | null>
  readonly onSelect: (key: string) => void
  readonly onSeek: (stop: number) => void
  readonly onScrub: (stop: number) => void
}

/** Until the browser has laid it out. */
const usualWidth = 900

/** A lane for each stream, one under the other on one axis of time, and one needle over all of them. */
export const LaneChart = (props: LaneChartProps) => {
  const { story, needle, hasNow, selected, panelId, onSelect, onSeek } = props
  const { events, lanes } = story
  const rows = useRef<HTMLElement>(null)
  const width = useWidth(rows, usualWidth)
  const { axis, scale, placeOf, roomy } = useAxis(story, hasNow, width)
  const place = scale.placeOf(needle.version)

  // While the hand drags over the lanes they stay where they are.
  const isDragged = useRef(false)
  const laneAtNeedle = needle.event && streamKeyOf(needle.event)
  useEffect(() => {
    if (!laneAtNeedle || isDragged.current) return
    scrollWithin(document.getElementById(laneTabId(panelId, laneAtNeedle)))
  }, [laneAtNeedle, panelId])
  const scrub = (stop: number) => {
    isDragged.current = true
    props.onScrub(stop)
  }
  const release = () => {
    isDragged.current = false
    needle.release()
  }

  const goToLane = (by: number) => {
    const next = lanes[lanes.findIndex(({ key }) => key === selected) + by]
    if (!next) return
    onSelect(next.key)
    document.getElementById(laneTabId(panelId, next.key))?.focus()
  }
  const moves = { version: needle.version, head: needle.head, goToLane, onSeek }
  const onSliderKey = (event: KeyboardEvent) => {
    if (event.target === props.slider.current) laneKeys(event, moves, 'toLanes')
  }
  const onPress = ({ clientY, button }: PointerEvent) => {
    const box = rows.current?.getBoundingClientRect()
    if (!box || button !== 0) return
    const lane = lanes[Math.floor(((clientY - box.top) / box.height) * lanes.length)]
    if (lane) onSelect(lane.key)
  }

  return (
    <div className="[--lane:4rem] @[44rem]:[--lane:3rem]">
      <div className="relative" style={{ height: `calc(var(--lane) * ${lanes.length})` }}>
        {lanes.map(({ key }, index) => (
          <div
            key={key}
            className={cn(
              'absolute inset-x-0 h-(--lane) border-line',
              index > 0 && 'border-t',
              key === selected && 'bg-edge/12 shadow-[inset_3px_0_0_var(--accent)]',
            )}
            style={{ top: `calc(var(--lane) * ${index})` }}
          />
        ))}
        <LaneTabs
          lanes={lanes}
          selected={selected}
          panelId={panelId}
          onSelect={onSelect}
          onKeyDown={(event) => laneKeys(event, moves)}
        />
        <section
          ref={rows}
          aria-label="Time"
          onKeyDown={onSliderKey}
          onPointerDownCapture={onPress}
          className="absolute inset-y-0 right-0 left-0 @[44rem]:left-56"
        >
          <Track
            ref={props.slider}
            label="Needle"
            version={needle.version}
            head={needle.head}
            valueText={props.valueText}
            scale={scale}
            onSeek={onSeek}
            onScrub={scrub}
            onRelease={release}
            className="h-full"
          >
            <LaneRows story={story} placeOf={placeOf} roomy={roomy} selected={needle.event} />
            <AheadOfNeedle place={place} className="inset-y-0" />
            {needle.event && (
              <SelectedMark story={story} placeOf={placeOf} roomy={roomy} event={needle.event} />
            )}
            <NeedleLine place={place} className="inset-y-0" isLive={needle.isLive} tip="-top-1" />
          </Track>
        </section>
      </div>
      <div className="sticky bottom-0 z-30 border-line border-t bg-(--ground) @[44rem]:pl-56">
        <TimeAxis events={events} axis={axis} hasNow={hasNow} width={width} />
      </div>
    </div>
  )
}
