import { streamOfEvent } from '@/lib/kit/events/stream-name'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import type { StreamView } from '../view/stream-view'
import { typeWords } from '../view/type-words'
import type { StoryCause } from './story-graph'

/** What began it, in words: "The command “Write note”", "The import of 2026.csv". */
export const causeWords = ({ type, id, first }: StoryCause): string => {
  if (type === 'command') {
    return first.commandType === undefined ? 'A command' : `The command “${typeWords(first.commandType)}”`
  }
  switch (first.actor.kind) {
    case 'import':
      return `The import of ${first.actor.id}`
    case 'system':
      return `The system: ${first.actor.id}`
    default:
      return `Something that isn’t shown: ${id}`
  }
}

/** Where an event can be looked at on its own: the page of its stream, where there is one, with it selected. */
export const eventPage = (
  view: Pick<StreamView, 'pageOf'>,
  event: Pick<StoryEvent, 'streamType' | 'streamId' | 'version'>,
): string | undefined => {
  const page = view.pageOf(streamOfEvent(event))
  return page && `${page}?v=${event.version}&e=${event.version}`
}
