import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { accept } from '@/lib/kit/kernel/decider'
import type { StreamType } from '@/lib/kit/streams/stream-type'
import { type SearchableType, searchable } from '@/lib/kit/wire/searchable-type'

export type DiaryEvent =
  | { readonly type: 'DiaryOpened'; readonly data: { readonly owner: string } }
  | {
      readonly type: 'EntryWritten'
      readonly data: { readonly id: string; readonly title: string; readonly lines: number }
    }
  | { readonly type: 'EntryStruck'; readonly data: { readonly id: string } }

export interface DiaryState {
  readonly id: string
  readonly entries: readonly { readonly id: string; readonly title: string; readonly lines: number }[]
  readonly version: number
}

const evolve = ({ id, entries, version }: DiaryState, event: DiaryEvent): DiaryState => {
  const next = { id, entries, version: version + 1 }
  if (event.type === 'EntryWritten') return { ...next, entries: [...entries, event.data] }
  if (event.type === 'EntryStruck')
    return { ...next, entries: entries.filter((entry) => entry.id !== event.data.id) }
  return next
}

const diaryType: StreamType<DiaryState, never, DiaryEvent> = {
  streamType: 'diary',
  milestones: ['DiaryOpened'],
  ownerOf: (first) => (first.type === 'DiaryOpened' ? first.data.owner : undefined),
  initial: (id) => ({ id, entries: [], version: 0 }),
  evolve,
  fold: (state, events) => [...events].reduce(evolve, state),
  decide: () => accept(),
}

/** A type of streams for tests of what knows no type. */
export const diary: SearchableType<DiaryState, DiaryEvent> = searchable(diaryType, {
  DiaryOpened: true,
  EntryWritten: true,
  EntryStruck: true,
})

export const opened: DiaryEvent = { type: 'DiaryOpened', data: { owner: 'ann' } }
export const written = (id = 'monday', lines = 3): DiaryEvent => ({
  type: 'EntryWritten',
  data: { id, title: `On ${id}`, lines },
})
export const struck = (id = 'monday'): DiaryEvent => ({ type: 'EntryStruck', data: { id } })

/** The events as a log has them, an hour apart. */
export const recordedDiary = (events: readonly DiaryEvent[]): RecordedEvent<DiaryEvent>[] =>
  events.map((event, index) => ({
    ...event,
    eventId: `event-${index + 1}`,
    streamType: 'diary',
    streamId: 'diary-1',
    version: index + 1,
    position: index + 1,
    schemaVersion: 1,
    metadata: {
      actor: { kind: 'staff', id: 'sue' },
      correlationId: 'story-1',
      causationId: 'command-1',
      commandId: 'command-1',
    },
    occurredAt: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
    hash: '',
  }))
