import type { CatalogueFilter } from '@/components/catalogue/catalogue-page'

export type SearchParams = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

/** What the URL narrows the catalogue to. */
export const readFilter = ({ q, category }: SearchParams): CatalogueFilter => ({
  q: first(q).slice(0, 100),
  category: first(category).slice(0, 100),
})
