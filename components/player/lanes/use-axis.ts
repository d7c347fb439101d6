'use client'

import { useMemo } from 'react'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import type { StripScale } from '../transport/strip-scale'
import { axisOf, nearestStop, type StoryAxis } from './axis'
import type { ToldStory } from './told-story'

/** A sign needs so many pixels. */
const signWidth = 22

export interface LaidOut {
  readonly axis: StoryAxis
  /** How the needle's stops lie on the axis. */
  readonly scale: Pick<StripScale, 'placeOf' | 'versionAt'>
  /** Where an event stands, from 0 to 1. */
  readonly placeOf: (event: StoryEvent) => number
  /** The keys of the lanes whose signs have room beside each other. */
  readonly roomy: ReadonlySet<string>
}

/** A story laid out on its axis of time, which is so many pixels wide. */
export const useAxis = ({ events, lanes }: ToldStory, hasNow: boolean, width: number): LaidOut => {
  const laid = useMemo(() => {
    const axis = axisOf(
      events.map(({ occurredAt }) => Date.parse(occurredAt)),
      hasNow,
    )
    const places = new Map(events.map(({ eventId }, index) => [eventId, axis.places[index + 1] ?? 0]))
    return {
      axis,
      scale: {
        placeOf: (stop: number) => axis.places[stop] ?? 1,
        versionAt: (place: number) => nearestStop(axis, place),
      },
      placeOf: ({ eventId }: StoryEvent): number => places.get(eventId) ?? 0,
    }
  }, [events, hasNow])
  const { placeOf } = laid
  const roomy = useMemo(() => {
    const hasRoom = (places: readonly number[]): boolean =>
      places.every((place, index) => index === 0 || (place - (places[index - 1] ?? 0)) * width >= signWidth)
    return new Set(lanes.filter((lane) => hasRoom(lane.events.map(placeOf))).map(({ key }) => key))
  }, [lanes, placeOf, width])
  return { ...laid, roomy }
}
