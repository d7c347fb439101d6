import type { Lane } from '@/lib/kit/client/story/lanes'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import type { EventKind } from '../view/event-kind'
import { plainKind } from '../view/plain-kind'
import type { Weight } from '../view/stream-view'
import { kindOf, sentenceOf, weightOf } from '../view/told-by-view'
import { typeWords } from '../view/type-words'
import type { KnownType } from './known-type'

/** A lane in words and signs. */
export interface LaneTold {
  /** What its stream is called within a sentence. */
  readonly noun: string
  readonly kindOf: (event: StoryEvent) => EventKind
  readonly weightOf: (event: StoryEvent) => Weight
  /** What happened. */
  readonly sentenceOf: (event: StoryEvent) => string
}

const plainWeight: Weight = { rise: 0.5, fall: 0.5 }

/** How a lane is told: by its type's view, by names that the story's own events tell; else by the types of its events. */
export const tellLane = ({ stream, events }: Lane, known: KnownType | undefined): LaneTold => {
  if (!known) {
    return {
      noun: typeWords(stream.type).toLowerCase(),
      kindOf: ({ type }) => plainKind(type),
      weightOf: () => plainWeight,
      sentenceOf: ({ type }) => typeWords(type),
    }
  }
  const { type, view } = known
  const names = view.namesOf(type.initial(stream.id), events)
  return {
    noun: view.noun,
    kindOf: (event) => kindOf(view, event.type),
    weightOf: (event) => weightOf(view, event.type, event),
    sentenceOf: (event) => sentenceOf(view, event, names),
  }
}
