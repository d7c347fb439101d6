import type { Looker } from '@/lib/kit/wire/socket'
import { named } from '../../ui/named'

/** How somebody who looks is called within a sentence: "Sue", "the shopper". */
export const nameOf = ({ who }: Looker): string =>
  (who.name && named(who.name)) ?? (who.kind === 'staff' ? 'support' : 'the shopper')

/** The same at the beginning of one. */
export const titleOf = (looker: Looker): string => {
  const name = nameOf(looker)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Where somebody looks. */
export const placeOf = ({ version }: Looker): string => (version === null ? 'live' : `at version ${version}`)

/** Who looks, in a sentence; a crowd by its number. */
export const lookersSentence = (others: readonly Looker[], count: number): string => {
  const [first, second] = others
  if (!first) return 'Nobody else looks at this cart'
  if (count > 2) return `${count} others look at this cart`
  return second
    ? `${titleOf(first)} and ${nameOf(second)} also look at this cart`
    : `${titleOf(first)} also looks at this cart`
}
