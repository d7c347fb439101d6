import { describe, expect, it } from 'vitest'
import { eventOfStory } from '../../testing/event-of-story'
import { storyPart } from '../../wire/api-stories'
import { extendStory, openStory } from './story-log'

const events = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => eventOfStory({ position: from + index }))
const page = (from: number, to: number, next: number | null = null) => ({
  correlationId: 'story',
  events: events(from, to),
  next,
})
const positions = ({ events: all }: { readonly events: readonly { readonly position: number }[] }) =>
  all.map(({ position }) => position)

describe('a part of a story', () => {
  it('takes in what is new, once', () => {
    const story = openStory(page(1, 2))
    const longer = extendStory(story, page(2, 4))
    expect(positions(longer)).toEqual([1, 2, 3, 4])
    expect(extendStory(longer, page(3, 4))).toBe(longer)
    expect(extendStory(longer, page(5, 4))).toBe(longer)
  })

  it('is bounded, and says where it goes on', () => {
    const story = extendStory(openStory(page(1, storyPart - 1)), page(storyPart, storyPart + 5))
    expect([story.events.length, story.next]).toEqual([storyPart, storyPart])
    expect(extendStory(story, page(storyPart + 1, storyPart + 9))).toBe(story)
    const full = openStory(page(1, storyPart))
    expect(extendStory(full, page(storyPart + 1, storyPart))).toBe(full)
    expect(extendStory(full, page(storyPart + 1, storyPart + 1)).next).toBe(storyPart)
  })

  it('says that something of it is withheld from when it is known', () => {
    const story = openStory(page(1, 2))
    expect(story.isWithheld).toBe(false)
    expect(extendStory(story, { ...page(3, 3), withheld: true }).isWithheld).toBe(true)
  })
})
