import type { SearchableType } from '../searchable-type'

/** What filters of one type of streams may ask: its types of events, and what they are about. */
export type FilterLanguage = Pick<SearchableType, 'eventNames' | 'subjects'>

const fields = { before: ['type', 'actor'], after: ['after', 'before', 'at'] } as const

/** The fields that a filter may name, in the order in which they are told. */
export const filterFields = ({ subjects }: FilterLanguage): readonly string[] => [
  ...fields.before,
  ...(subjects ? [subjects.field] : []),
  ...fields.after,
]
