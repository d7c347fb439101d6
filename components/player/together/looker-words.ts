import type { Looker } from '@/lib/kit/wire/socket'
import { named } from '../../ui/named'
import { sentenceCase } from '../../ui/sentence-case'
import type { StreamView } from '../view/stream-view'

type Words = Pick<StreamView, 'noun' | 'owner'>

/** How somebody who looks is called within a sentence: "Sue", "the author". */
export const nameOf = ({ owner }: Words, { who }: Looker): string =>
  (who.name && named(who.name)) ?? (who.kind === 'staff' ? 'support' : `the ${owner.name}`)

/** The same at the beginning of one. */
export const titleOf = (words: Words, looker: Looker): string => sentenceCase(nameOf(words, looker))

/** Where somebody looks. */
export const placeOf = ({ version }: Looker): string => (version === null ? 'live' : `at version ${version}`)

/** Who looks, in a sentence; a crowd by its number. */
export const lookersSentence = (words: Words, others: readonly Looker[], count: number): string => {
  const [first, second] = others
  if (!first) return `Nobody else looks at this ${words.noun}`
  if (count > 2) return `${count} others look at this ${words.noun}`
  return second
    ? `${titleOf(words, first)} and ${nameOf(words, second)} also look at this ${words.noun}`
    : `${titleOf(words, first)} also looks at this ${words.noun}`
}
