import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import { anyFilter, type FilterExample, type SearchView } from './search-view'

/** How a history is searched of which nothing is known but its types of events and the fields of its state. */
export const plainSearchView = ({ eventNames, vocabulary }: SearchableType): SearchView => {
  const [name] = eventNames
  const typed: FilterExample[] = name
    ? [
        [`type:${name}`, 'of this type'],
        [`-type:${name}`, 'all but these'],
      ]
    : []
  return {
    filterPlaceholder: `Filter: ${name ? `type:${name}, ` : ''}-actor:staff`,
    filterExamples: [
      ['"some words"', 'words in what happened'],
      ...typed,
      anyFilter.who,
      anyFilter.within,
      anyFilter.at,
    ],
    conditionPlaceholder: 'version > 1',
    valuePlaceholder: vocabulary.roots[0] ?? 'version',
    readyConditions: () => [],
  }
}
