import type { Offers } from '../../cart/commands'
import type { PrismaClient, Product } from '../../server/generated/prisma/client'
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

/** The catalogue as it is now: what is offered, for how much. */
export const createCatalogue = (prisma: PrismaClient) => ({
  /** What products are called and cost: those of these that the catalogue knows. */
  offers: async (productIds: readonly string[]): Promise<Offers> => {
    const products = await prisma.product.findMany({
      where: { productId: { in: [...productIds] } },
      select: { productId: true, name: true, priceAmount: true, currency: true },
    })
    return new Map(
      products.map((product) => [product.productId, { name: product.name, unitPrice: priceOf(product) }]),
    )
  },

  search: async ({ q, category, limit, after }: CatalogueSearch): Promise<ProductPage> => {
    const start = after ? await prisma.product.findUnique({ where: { productId: after } }) : undefined
    if (after && !start) return { products: [], next: null }
    const words = (q ?? '').split(/\s+/).filter(Boolean)
    const found = await prisma.product.findMany({
      where: {
        ...(category && { category }),
        ...(start && { listPosition: { gt: start.listPosition } }),
        AND: words.map((word) => ({ OR: matches(word) })),
      },
      orderBy: { listPosition: 'asc' },
      take: limit + 1,
    })
    const page = found.slice(0, limit)
    return {
      products: page.map(toCatalogueProduct),
      next: found.length > limit ? (page.at(-1)?.productId ?? null) : null,
    }
  },

  categories: async (): Promise<string[]> => {
    const rows = await prisma.product.groupBy({
      by: ['category'],
      _min: { listPosition: true },
      orderBy: { _min: { listPosition: 'asc' } },
    })
    return rows.map((row) => row.category)
  },
})

export type Catalogue = ReturnType<typeof createCatalogue>

const matches = (word: string) => {
  const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return [{ name: contains }, { description: contains }, { productId: contains }]
}

const priceOf = ({ priceAmount, currency }: Pick<Product, 'priceAmount' | 'currency'>) => ({
  amount: priceAmount,
  currency,
})

const toCatalogueProduct = (product: Product): CatalogueProduct => ({
  productId: product.productId,
  name: product.name,
  description: product.description,
  category: product.category,
  unitPrice: priceOf(product),
  hasPicture: product.hasPicture,
})
