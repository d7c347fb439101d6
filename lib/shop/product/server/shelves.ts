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

/** What an event of this position of the log says of a product. */
export interface Listed {
  readonly productId: string
  readonly listing: Partial<ProductListing>
  readonly isWithdrawn?: boolean | undefined
  readonly position: number
  /** Of the event that listed it first, as far as that is known. */
  readonly listPosition: number
}

/** What is known of a product, each with the position of the event that said so. */
type Known = {
  readonly [Field in keyof ProductListing | 'isWithdrawn']?: {
    readonly value: Facts[Field]
    readonly position: number
  }
}
type Facts = ProductListing & { readonly isWithdrawn: boolean }

interface Shelved {
  readonly known: Known
  readonly listPosition: number
  /** What is offered; nothing before all of it is known. */
  readonly offered?: Offered | undefined
}

interface Offered {
  readonly product: CatalogueProduct
  readonly offer: OfferedProduct
  /** What a search looks through. */
  readonly text: string
}

const mostAnswers = 500

/** The catalogue in memory: what is offered, for how much, in the order products first came into it. */
export const createShelves = () => {
  const shelved = new Map<string, Shelved>()
  const answers = new LRUCache<string, ProductPage>({ max: mostAnswers })
  let edition = 0
  let inOrder: readonly (Offered & Pick<Shelved, 'listPosition'>)[] | undefined
  let categories: readonly string[] | undefined

  /** All that are sold. */
  const all = () => {
    inOrder ??= [...shelved.values()]
      .flatMap(({ offered, listPosition }) =>
        offered && !offered.offer.isWithdrawn ? [{ ...offered, listPosition }] : [],
      )
      .sort((one, other) => one.listPosition - other.listPosition)
    return inOrder
  }

  const find = ({ q, category, limit, after }: CatalogueSearch): ProductPage => {
    const start = after === undefined ? undefined : shelved.get(after)
    if (after !== undefined && !start?.offered) return { products: [], next: null }
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
    /** Takes in what was said. Events may come in any order, and again: of each thing the newest word counts. */
    put: ({ productId, listing, isWithdrawn, position, listPosition }: Listed): void => {
      const former = shelved.get(productId)
      const first = Math.min(listPosition, former?.listPosition ?? listPosition)
      const facts = { ...listing, ...(isWithdrawn !== undefined && { isWithdrawn }) }
      const known = withFacts(former?.known ?? {}, facts, position)
      if (former && known === former.known && first === former.listPosition) return
      shelved.set(productId, { known, listPosition: first, offered: offeredOf(productId, known) })
      inOrder = undefined
      categories = undefined
      answers.clear()
      edition++
    },

    /** Another number whenever anything changed. */
    edition: (): number => edition,

    /** What products are called and cost: those of these that the catalogue knows, withdrawn ones marked. */
    offers: (productIds: readonly string[]): Offers => {
      const offers = new Map<string, OfferedProduct>()
      for (const productId of productIds) {
        const offer = shelved.get(productId)?.offered?.offer
        if (offer) offers.set(productId, offer)
      }
      return offers
    },

    categoriesOf: (productIds: readonly string[]): ReadonlyMap<string, string> => {
      const known = productIds.flatMap((productId): [string, string][] => {
        const product = shelved.get(productId)?.offered?.product
        return product ? [[productId, product.category]] : []
      })
      return new Map(known)
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

/** With the facts that are newer than what is known; the very same where none is. */
const withFacts = (known: Known, facts: Partial<Facts>, position: number): Known => {
  const newer = Object.entries(facts).filter(
    ([field]) => (known[field as keyof Facts]?.position ?? 0) < position,
  )
  if (newer.length === 0) return known
  return { ...known, ...Object.fromEntries(newer.map(([field, value]) => [field, { value, position }])) }
}

const offeredOf = (productId: string, known: Known): Offered | undefined => {
  const { name, description, category, group, unitPrice, hasPicture, isWithdrawn } = known
  if (!name || !description || !category || !unitPrice || !hasPicture) return undefined
  return {
    product: {
      productId,
      name: name.value,
      description: description.value,
      category: category.value,
      ...(group?.value !== undefined && { group: group.value }),
      unitPrice: unitPrice.value,
      hasPicture: hasPicture.value,
    },
    offer: {
      name: name.value,
      unitPrice: unitPrice.value,
      ...(isWithdrawn?.value && { isWithdrawn: true }),
    },
    text: [name.value, description.value, productId].join('\n').toLowerCase(),
  }
}
