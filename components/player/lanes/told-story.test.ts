import { expect, it } from 'vitest'
import { eventOfStory } from '@/lib/kit/testing/event-of-story'
import { diary } from '../testing/diary'
import { diaryView } from '../testing/diary-view'
import { plainKind } from '../view/plain-kind'
import type { KnownTypeOf } from './known-type'
import { needlePlace, needleText } from './needle-words'
import { tellStory } from './told-story'

const knownTypeOf: KnownTypeOf = (name) => (name === 'diary' ? { type: diary, view: diaryView } : undefined)

const written = eventOfStory({
  position: 1,
  type: 'EntryWritten',
  data: { id: 'monday', title: 'On monday', lines: 3 },
})
const struck = eventOfStory({ position: 4, version: 2, causationId: 'event-1', commandId: null })
const posted = eventOfStory({
  position: 6,
  streamType: 'letterBox',
  streamId: 'nine',
  type: 'LetterPosted',
  causationId: 'event-4',
})

it('a lane is told by its view, with the names that its own events tell', () => {
  const { lanes } = tellStory([written, struck], knownTypeOf)
  const [lane] = lanes
  expect([written, struck].map((event) => lane?.told.sentenceOf(event))).toEqual([
    'On monday written',
    'On monday struck',
  ])
  expect(lane?.told.kindOf(written)).toBe(diaryView.kinds.EntryWritten)
  expect(lane?.told.weightOf(written)).toEqual({ rise: 3, fall: 0 })
})

it('a lane of a type that nobody knows is a plain one', () => {
  const [lane] = tellStory([posted], knownTypeOf).lanes
  expect(lane?.told.noun).toBe('letter box')
  expect(lane?.told.sentenceOf(posted)).toBe('Letter posted')
  expect(lane?.told.kindOf(posted)).toBe(plainKind('LetterPosted'))
})

it('what caused an event is found across lanes, and is never later than it', () => {
  const early = { ...written, causationId: 'event-6' }
  const { causeOf, laneOf } = tellStory([early, struck, posted], knownTypeOf)
  expect(causeOf(struck)).toBe(early)
  expect(causeOf(posted)).toBe(struck)
  expect(laneOf(posted).stream).toEqual({ type: 'letterBox', id: 'nine' })
  expect(causeOf(early)).toBeUndefined()
})

it('where the needle stands is said', () => {
  const story = tellStory([written, struck], knownTypeOf)
  const at = (version: number, isLive = false) => ({
    ...({ head: 3, position: 0, unseen: 0 } as const),
    ...{ seek: () => undefined, scrub: () => undefined, release: () => undefined, goLive: () => undefined },
    version,
    isLive,
    event: story.events[version - 1],
  })
  expect([needlePlace(at(0), story), needlePlace(at(2), story), needlePlace(at(3, true), story)]).toEqual([
    'Before the first event',
    'Event 2 of 2',
    'Now',
  ])
  expect(needleText(at(2), story, 'UTC')).toBe('Event 2 of 2: On monday struck, diary one, 03:04:05')
})
