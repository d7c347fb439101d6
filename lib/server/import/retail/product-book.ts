import type { Money } from '../../../domain/money'
import type { SaleLine } from './line'

/** A product as the last line that sold it had it. */
export interface SeenProduct {
  readonly productId: string
  readonly name: string
  readonly unitPrice: Money
  readonly seenAt: string
}

/** What the file's lines have said of each product so far. */
export const createProductBook = () => {
  const products = new Map<string, SeenProduct>()
  return {
    /** Notes what a line says. A line without a description leaves the name as it was known, or the code. */
    see: ({ productId, stockCode, description, unitPrice, occurredAt }: SaleLine) => {
      const known = products.get(productId)
      const name = description || known?.name || stockCode
      const product: SeenProduct = { productId, name, unitPrice, seenAt: occurredAt }
      products.set(productId, product)
      return { product, isNew: !known }
    },
    all: (): SeenProduct[] => [...products.values()],
  }
}

export type ProductBook = ReturnType<typeof createProductBook>
