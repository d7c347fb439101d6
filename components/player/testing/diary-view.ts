import { PenLine } from 'lucide-react'
import { kind } from '../view/event-kind'
import { plainView } from '../view/plain-view'
import type { StreamView } from '../view/stream-view'
import { type DiaryEvent, type DiaryState, diary } from './diary'

type Titles = ReadonlyMap<string, string>

/** The diary as a type that has no view of its own. */
export const plainDiaryView = plainView(diary, {
  pageOf: () => undefined,
  storyPageOf: () => undefined,
  hintOf: () => undefined,
})

/** A view of a type of streams that no application has. */
export const diaryView: StreamView<DiaryState, DiaryEvent, never, Titles> = {
  ...plainDiaryView,
  owner: { name: 'author', icon: PenLine },
  kinds: {
    DiaryOpened: kind(PenLine, 'square', 'stone'),
    EntryWritten: kind(PenLine, 'round', 'green'),
    EntryStruck: kind(PenLine, 'round', 'brick'),
  },
  namesOf: ({ entries }, events) =>
    new Map([
      ...entries.map(({ id, title }) => [id, title] as const),
      ...events.flatMap(({ type, data }) =>
        type === 'EntryWritten' ? [[data.id, data.title] as const] : [],
      ),
    ]),
  sentence: (event, titles) => {
    if (event.type === 'DiaryOpened') return 'Diary opened'
    const title = titles.get(event.data.id) ?? event.data.id
    return event.type === 'EntryWritten' ? `${title} written` : `${title} struck`
  },
  weightOf: (type, event) => {
    if (type === 'DiaryOpened') return 'bound'
    if (type === 'EntryStruck') return { rise: 0, fall: 1 }
    return { rise: event?.type === 'EntryWritten' ? event.data.lines : 1, fall: 0 }
  },
}
