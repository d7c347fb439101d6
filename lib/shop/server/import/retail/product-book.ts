import type { Money } from '../../../money'
import type { SaleLine } from './line'

/** A product as a line that sold it had it. */
export interface SeenProduct {
  readonly productId: string
  readonly name: string
  readonly unitPrice: Money
  readonly seenAt: string
  readonly line: number
}

/** What the file's lines say of each product. */
export const createProductBook = () => {
  const first = new Set<string>()
  const names = new Map<string, string>()
  const latest = new Map<string, SeenProduct>()
  return {
    /** What a line calls its product: without a description as it was known, or by its code. */
    see: ({ productId, stockCode, description, unitPrice, occurredAt, place }: SaleLine) => {
      const name = description || names.get(productId) || stockCode
      const isNew = !first.has(productId)
      first.add(productId)
      names.set(productId, name)
      const product: SeenProduct = { productId, name, unitPrice, seenAt: occurredAt, line: place.line }
      return { product, isNew }
    },
    /** Notes what a recorded line says. The latest counts, in whatever order they are recorded. */
    note: (product: SeenProduct): void => {
      const known = latest.get(product.productId)
      if (!known || isLater(product, known)) latest.set(product.productId, product)
    },
    latest: (): SeenProduct[] => [...latest.values()],
  }
}

const isLater = (one: SeenProduct, other: SeenProduct): boolean =>
  one.seenAt === other.seenAt ? one.line > other.line : one.seenAt > other.seenAt

export type ProductBook = ReturnType<typeof createProductBook>
