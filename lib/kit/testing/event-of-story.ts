import type { StoryEvent } from '../wire/api-stories'

/** An event of a story, with defaults for all that a test doesn't care about. */
export const eventOfStory = (over: Partial<StoryEvent> = {}): StoryEvent => {
  const { position = 1 } = over
  return {
    eventId: `event-${position}`,
    streamType: 'diary',
    streamId: 'one',
    version: 1,
    position,
    type: 'EntryStruck',
    data: { id: 'monday' },
    occurredAt: '2026-01-02T03:04:05.678Z',
    actor: { kind: 'staff', id: 'sue' },
    causationId: 'command-1',
    commandId: 'command-1',
    ...over,
  }
}
