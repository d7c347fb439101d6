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
