import { describe, expect, it } from 'vitest'
import { eventOfStory } from '@/lib/kit/testing/event-of-story'
import type { StoryPage } from '@/lib/kit/wire/api-stories'
import { diary } from '../testing/diary'
import { diaryView } from '../testing/diary-view'
import { shownText } from '../testing/shown-text'
import type { LaneSession } from './lane-panel'
import { StoryViewer } from './story-viewer'

const written = eventOfStory({
  position: 1,
  type: 'EntryWritten',
  data: { id: 'monday', title: 'On monday', lines: 3 },
})
const posted = eventOfStory({
  position: 4,
  streamType: 'letterBox',
  streamId: 'nine',
  type: 'LetterPosted',
  causationId: written.eventId,
  occurredAt: '2026-01-02T05:04:05.678Z',
})
const page: StoryPage = { correlationId: 'story-1', events: [written, posted], next: null }

/** Shows where it is asked to look. */
const Session: LaneSession = ({ lane, needle }) =>
  `${lane.key} at ${needle.isLive ? 'now' : needle.position} from its own log`

const shown = (opening: StoryPage = page, address = '', after = 0): Promise<string> =>
  shownText(
    <StoryViewer
      opening={opening}
      after={after}
      laneOpening={{
        streamType: 'diary',
        streamId: 'one',
        createdAt: undefined,
        last: { from: 0, state: diary.initial('one'), events: [] },
        windows: [],
      }}
      knownTypeOf={(name) => (name === 'diary' ? { type: diary, view: diaryView } : undefined)}
      Session={Session}
      pageOf={({ type, id }) => `/${type}/${id}`}
      partPage={(from) => `/part/${from}`}
      onOpenPage={() => undefined}
    />,
    address,
  )

describe('the page of a story', () => {
  it('shows its lanes, its events in words with what caused them, and the state of a lane', async () => {
    const told = await shown()
    expect(told).toContain('2 events in 2 streams')
    expect(told).toContain('On monday written')
    expect(told).toContain('2 h later')
    expect(told).toContain('Because of: On monday written')
    expect(told).toContain('diary/one at now from its own log')
    expect(told).not.toContain('other streams')
  })

  it('shows a moment of its past', async () => {
    const told = await shown(page, '?at=1')
    expect(told).toContain('Event 1 of 2')
    expect(told).toContain('Began with: A command')
    expect(told).toContain('diary/one at 1 from its own log')
    expect(told).toContain('(not yet at the needle)')
    expect(await shown(page, '?at=0')).toContain('Before the first event')
  })

  it('has a plain lane for a type that nobody knows, and says that its state is not known', async () => {
    const told = await shown(page, '?lane=letterBox/nine')
    expect(told).toContain('Letter box')
    expect(told).toContain('Letter posted')
    expect(told).toContain('How a letter box is read is not known here')
  })

  it('says that some of it is not to be seen', async () => {
    expect(await shown({ ...page, withheld: true })).toContain('not yours to see')
  })

  it('has no now where the story goes on in another part', async () => {
    const told = await shown({ ...page, next: 4 })
    expect(told).toContain('In this part: 2 events in 2 streams')
    expect(told).toContain('What comes next')
    expect(told).toContain('Event 2 of 2')
    expect(told).toContain('diary/one at 4 from its own log')
    expect(await shown(page, '', 7)).toContain('From the beginning')
  })
})
