import type { Actor } from '@/lib/kit/events/recorded-event'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import type { Cause } from './story-graph'

/** A type's name as words: ItemAdded is "Item added". */
export const typeWords = (type: string): string =>
  type.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)

/** What began it, in words: "The command “Add item”", "The import of retail.csv". */
export const causeWords = ({ type, id, first }: Cause): string => {
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

/** Guests, customers and staff are told by their kind; what isn't a person, by its name too. */
export const actorWords = ({ kind, id }: Actor): string =>
  kind === 'import' || kind === 'system' ? `${kind} ${id}` : kind

/** Where an event can be looked at on its own: a cart's page with it selected. There is none for other streams. */
export const pageOf = ({ streamType, streamId, version }: StoryEvent): string | undefined =>
  streamType === 'cart' ? `/carts/${encodeURIComponent(streamId)}?v=${version}&e=${version}` : undefined
