import type { CatalogueFilter } from '@/components/shop/catalogue/catalogue-page'
import { plainText } from '@/lib/kit/wire/text'

export type SearchParams = Record<string, string | string[] | undefined>

const maxLength = 100
const words = plainText(maxLength)

/** What can't be stored isn't found either. */
const wordsOf = (value: string | string[] | undefined): string => {
  const first = (Array.isArray(value) ? value[0] : value) ?? ''
  return words.safeParse(first.slice(0, maxLength)).data ?? ''
}

/** What the URL narrows the catalogue to. */
export const readFilter = ({ q, category }: SearchParams): CatalogueFilter => ({
  q: wordsOf(q),
  category: wordsOf(category),
})
