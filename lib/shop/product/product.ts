import { accept, type Decider, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import { foldBy } from '../../kit/kernel/fold-by'
import { isSameMoney } from '../money'
import type { DescribeProduct, ListProduct, PriceProduct, ProductCommand } from './commands'
import type { ProductDescription, ProductEvent, ProductListing } from './events'

/** A product as it is told and priced; nothing before it was listed. */
export interface ProductState {
  readonly id: string
  readonly listing: ProductListing | undefined
  /** Left out of what is sold, so that states are as they were before products could be withdrawn. */
  readonly isWithdrawn?: true | undefined
  readonly version: number
}

export type ProductRejection =
  | { readonly type: 'NameMissing' }
  | { readonly type: 'PriceNegative'; readonly amount: number }
  | { readonly type: 'ProductNotListed'; readonly productId: string }

type ProductDecision = Decision<ProductEvent, ProductRejection>

const initial = (id: string): ProductState => ({ id, listing: undefined, version: 0 })

const evolve = ({ id, listing, isWithdrawn, version }: ProductState, event: ProductEvent): ProductState => {
  const isGone = event.type === 'ProductWithdrawn' || (isWithdrawn && !bringsBack.has(event.type))
  return {
    id,
    listing: listingAfter(listing, event),
    ...(isGone && { isWithdrawn: true }),
    version: version + 1,
  }
}

const bringsBack: ReadonlySet<ProductEvent['type']> = new Set(['ProductListed', 'ProductBroughtBack'])

const listingAfter = (
  listing: ProductListing | undefined,
  event: ProductEvent,
): ProductListing | undefined => {
  switch (event.type) {
    case 'ProductListed':
      return event.data
    case 'ProductDescribed':
      return listing && { ...withoutGroup(listing), ...event.data }
    case 'ProductPriced':
      return listing && { ...listing, unitPrice: event.data.newPrice }
    case 'ProductWithdrawn':
    case 'ProductBroughtBack':
      return listing
    default:
      return exhaustive(event)
  }
}

const withoutGroup = ({ group: _, ...listing }: ProductListing): ProductListing => listing

const decide = (command: ProductCommand, product: ProductState): ProductDecision => {
  if (command.type === 'ListProduct') return list(command, product)
  const { listing, isWithdrawn } = product
  if (!listing) return reject({ type: 'ProductNotListed', productId: product.id })
  switch (command.type) {
    case 'DescribeProduct':
      return tell(command, listing)
    case 'PriceProduct':
      return price(command, listing)
    case 'WithdrawProduct':
      return isWithdrawn ? accept() : accept({ type: 'ProductWithdrawn', data: reasonOf(command) })
    case 'BringBackProduct':
      return isWithdrawn ? accept({ type: 'ProductBroughtBack', data: {} }) : accept()
    default:
      return exhaustive(command)
  }
}

const list = ({ listing }: ListProduct, product: ProductState): ProductDecision => {
  const wrong = whyNameless(listing) ?? whyNoPrice(listing)
  if (wrong) return reject(wrong)
  const isListed = product.listing && !product.isWithdrawn && isSameListing(product.listing, listing)
  return isListed ? accept() : accept({ type: 'ProductListed', data: listing })
}

const tell = (command: DescribeProduct, listing: ProductListing): ProductDecision => {
  const wrong = whyNameless(command)
  if (wrong) return reject(wrong)
  if (isSameDescription(listing, command)) return accept()
  const { name, description, category, group } = command
  const data = { name, description, category, ...(group !== undefined && { group }) }
  return accept({ type: 'ProductDescribed', data })
}

const price = ({ unitPrice }: PriceProduct, listing: ProductListing): ProductDecision => {
  const wrong = whyNoPrice({ unitPrice })
  if (wrong) return reject(wrong)
  if (isSameMoney(listing.unitPrice, unitPrice)) return accept()
  return accept({ type: 'ProductPriced', data: { oldPrice: listing.unitPrice, newPrice: unitPrice } })
}

const reasonOf = ({ reason }: { readonly reason?: string | undefined }) =>
  reason === undefined ? {} : { reason }

const whyNameless = ({ name }: ProductDescription): ProductRejection | undefined =>
  name.trim() === '' ? { type: 'NameMissing' } : undefined

const whyNoPrice = ({ unitPrice: { amount } }: Pick<ProductListing, 'unitPrice'>) =>
  amount < 0 ? ({ type: 'PriceNegative', amount } as const) : undefined

const isSameDescription = (one: ProductDescription, other: ProductDescription): boolean =>
  one.name === other.name &&
  one.description === other.description &&
  one.category === other.category &&
  one.group === other.group

const isSameListing = (one: ProductListing, other: ProductListing): boolean =>
  isSameDescription(one, other) &&
  one.hasPicture === other.hasPicture &&
  isSameMoney(one.unitPrice, other.unitPrice)

/** The product as a decider. */
export const product: Decider<ProductState, ProductCommand, ProductEvent, ProductRejection> = {
  initial,
  evolve,
  fold: foldBy(evolve),
  decide,
}
