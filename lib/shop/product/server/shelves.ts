import { LRUCache } from 'lru-cache'
import type { OfferedProduct, Offers } from '../../cart/commands'
import type { ProductListing } from '../events'
import type { CatalogueProduct } from '../wire/catalogue'

export interface CatalogueSearch {
  readonly q?: string | undefined
  readonly category?: string | undefined
  readonly limit: number
  /** Product id to go on after. */
  readonly after?: string | undefined
}

export interface ProductPage {
  readonly products: readonly CatalogueProduct[]
  /** Ask again with this as `after`; null on the last page. */
  readonly next: string | null
}

/** A product as it was listed by an event of this position of the log. */
export interface Listed {
  readonly productId: string
  readonly listing: ProductListing
  readonly position: number
  /** Of the event that listed it first, as far as that is known. */
  readonly listPosition: number
}

interface Shelved {
  readonly product: CatalogueProduct
  readonly offer: OfferedProduct
  /** What a search looks through. */
  readonly text: string
  readonly position: number
  readonly listPosition: number
}

const mostAnswers = 500

/** The catalogue in memory: what is offered, for how much, in the order products first came into it. */
export const createShelves = () => {
  const shelved = new Map<string, Shelved>()
  const answers = new LRUCache<string, ProductPage>({ max: mostAnswers })
  let edition = 0
  let inOrder: readonly Shelved[] | undefined
  let categories: readonly string[] | undefined

  const all = (): readonly Shelved[] => {
    inOrder ??= [...shelved.values()].sort((one, other) => one.listPosition - other.listPosition)
    return inOrder
  }

  const find = ({ q, category, limit, after }: CatalogueSearch): ProductPage => {
    const start = after === undefined ? undefined : shelved.get(after)
    if (after !== undefined && !start) return { products: [], next: null }
    const words = wordsOf(q)
    const found: CatalogueProduct[] = []
    for (const { product, text, listPosition } of all()) {
      if (start && listPosition <= start.listPosition) continue
      if (category && product.category !== category) continue
      if (!words.every((word) => text.includes(word))) continue
      if (found.length === limit) return { products: found, next: found.at(-1)?.productId ?? null }
      found.push(product)
    }
    return { products: found, next: null }
  }

  return {
    /** Takes in what was listed. Events may come in any order, and again: of a product the newest counts. */
    put: ({ productId, listing, position, listPosition }: Listed): void => {
      const former = shelved.get(productId)
      const first = Math.min(listPosition, former?.listPosition ?? listPosition)
      const isNews = former === undefined || former.position < position
      if (!isNews && first === former.listPosition) return
      shelved.set(productId, {
        ...(isNews ? shelve(productId, listing, position) : former),
        listPosition: first,
      })
      inOrder = undefined
      categories = undefined
      answers.clear()
      edition++
    },

    /** Another number whenever anything changed. */
    edition: (): number => edition,

    /** What products are called and cost: those of these that the catalogue knows. */
    offers: (productIds: readonly string[]): Offers => {
      const offers = new Map<string, OfferedProduct>()
      for (const productId of productIds) {
        const offer = shelved.get(productId)?.offer
        if (offer) offers.set(productId, offer)
      }
      return offers
    },

    /** A page of those in whose name, description or id all words occur. */
    search: (search: CatalogueSearch): ProductPage => {
      const { q, category, limit, after } = search
      const key = JSON.stringify([wordsOf(q), category, limit, after])
      const known = answers.get(key)
      if (known) return known
      const page = find(search)
      answers.set(key, page)
      return page
    },

    categories: (): readonly string[] => {
      categories ??= [...new Set(all().map(({ product }) => product.category))]
      return categories
    },
  }
}

const wordsOf = (q: string | undefined): readonly string[] =>
  (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)

const shelve = (
  productId: string,
  { name, description, category, unitPrice, hasPicture }: ProductListing,
  position: number,
): Omit<Shelved, 'listPosition'> => ({
  product: { productId, name, description, category, unitPrice, hasPicture },
  offer: { name, unitPrice },
  text: [name, description, productId].join('\n').toLowerCase(),
  position,
})
