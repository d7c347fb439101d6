import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { streamKeyOf } from '../../events/stream-name'
import { emptyHistory, extendHistory } from '../../history/history'
import { eventOfStory } from '../../testing/event-of-story'
import type { StoryEvent } from '../../wire/api-stories'
import { boundsAt, lanesOf } from './lanes'
import { versionAt } from './version-at'

const streams = ['one', 'two', 'three'] as const

/** A log of several streams: at each position an event of one of them, of the story or not. */
const anyLog = fc
  .array(fc.record({ streamId: fc.constantFrom(...streams), isOfStory: fc.boolean() }), { maxLength: 40 })
  .map((written) => {
    const versions = new Map<string, number>()
    return written.map(({ streamId, isOfStory }, index) => {
      const version = (versions.get(streamId) ?? 0) + 1
      versions.set(streamId, version)
      return { isOfStory, event: eventOfStory({ streamId, version, position: 10 * (index + 1) }) }
    })
  })
type Log = (typeof anyLog extends fc.Arbitrary<infer Value> ? Value : never)[number]

const storyOf = (log: readonly Log[]) => log.filter(({ isOfStory }) => isOfStory).map(({ event }) => event)
/** By the whole log. */
const trueVersion = (log: readonly Log[], streamId: string, position: number): number =>
  log.filter(({ event }) => event.streamId === streamId && event.position <= position).length

const anyMoment = fc.integer({ min: 0, max: 420 })

describe('the lanes of a story', () => {
  it('stand in the order in which their streams joined', () => {
    const story = [
      eventOfStory({ streamId: 'two', position: 1 }),
      eventOfStory({ streamId: 'one', position: 2 }),
      eventOfStory({ streamId: 'two', position: 3, version: 2 }),
    ]
    expect(lanesOf(story).map(({ key, events }) => [key, events.length])).toEqual([
      ['diary/two', 2],
      ['diary/one', 1],
    ])
  })

  it('hold each event in exactly one of them, in order', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const story = storyOf(log)
        const lanes = lanesOf(story)
        expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length)
        for (const { key, events } of lanes) {
          expect(events).toEqual(story.filter((event) => streamKeyOf(event) === key))
        }
        expect(lanes.reduce((all, { events }) => all + events.length, 0)).toBe(story.length)
      }),
    )
  })
})

describe('the version of a lane at a moment', () => {
  it('lies within what the story tells', () => {
    fc.assert(
      fc.property(anyLog, anyMoment, (log, position) => {
        for (const lane of lanesOf(storyOf(log))) {
          const version = trueVersion(log, lane.stream.id, position)
          const { atLeast, atMost = Number.POSITIVE_INFINITY } = boundsAt(lane, position)
          expect(version).toBeGreaterThanOrEqual(atLeast)
          expect(version).toBeLessThanOrEqual(atMost)
        }
      }),
    )
  })

  it('is the one it had then, by the events at hand', () => {
    fc.assert(
      fc.property(anyLog, anyMoment, (log, position) => {
        for (const lane of lanesOf(storyOf(log))) {
          const events = log.map(({ event }) => event).filter((event) => streamKeyOf(event) === lane.key)
          const history = extendHistory(
            emptyHistory<number, StoryEvent>(0, (count, more) => count + [...more].length),
            events,
          )
          expect(versionAt(history, position, boundsAt(lane, position))).toBe(
            trueVersion(log, lane.stream.id, position),
          )
        }
      }),
    )
  })

  it('is known without any event at hand where the story leaves no room', () => {
    const nothing = { ...emptyHistory<number, StoryEvent>(0, () => 0), version: 9, windows: new Map() }
    const lane = {
      events: [eventOfStory({ version: 3, position: 5 }), eventOfStory({ version: 4, position: 8 })],
    }
    expect(versionAt(nothing, 6, boundsAt(lane, 6))).toBe(3)
    expect(versionAt(nothing, 4, boundsAt(lane, 4))).toBeUndefined()
    expect(versionAt(nothing, 8, boundsAt(lane, 8))).toBeUndefined()
  })
})
