import { isErased } from '../../../../kit/kernel/erased'
import { groupBy } from '../../../../kit/kernel/group-by'
import type { CartEvent, ItemAdded } from '../../../cart/events'
import type { SaleLine } from './line'

/** What a line can say otherwise than the cart that is there. */
export type Fact = 'date' | 'price' | 'quantity' | 'name' | 'customer' | 'country'

export interface RetailComparison<Line extends SaleLine> {
  readonly line: Line
  /** Nothing where it is there as the file has it; `missing` where the cart has no such line. */
  readonly differs: readonly Fact[] | 'missing'
  /** What is there, and what the file says. */
  readonly says?: string | undefined
}

type Dated<E> = E & { readonly occurredAt: string }
type Item = Dated<ItemAdded>

/** So many lines of one product are looked through for the one that is most like another. */
const candidatesLookedAt = 20

/**
 * Holds the lines of an invoice, and the events they would become, against the events of the cart that is there:
 * each line against the one it is most like, each of those once. `more` is how many lines the cart has besides.
 */
export const compareInvoice = <Line extends SaleLine>(
  lines: readonly Line[],
  ours: readonly Dated<CartEvent>[],
  theirs: readonly Dated<CartEvent>[],
): { readonly lines: readonly RetailComparison<Line>[]; readonly more: number } => {
  const ofCart = compareCarts(ours, theirs)
  const items = itemsOf(ours)
  const left = new Set(itemsOf(theirs))
  const pairs = new Map<Item, Item>()
  const pair = (one: Item, other: Item | undefined) => {
    if (other && left.delete(other)) pairs.set(one, other)
  }

  const same = groupBy(left, keyOf)
  for (const item of items) pair(item, same.get(keyOf(item))?.shift())
  const byProduct = groupBy(left, productOf)
  for (const item of items) {
    if (!pairs.has(item)) pair(item, takeClosest(item, byProduct.get(productOf(item)) ?? []))
  }

  const compared = lines.map((line, index): RetailComparison<Line> => {
    const item = items[index] as Item
    const other = pairs.get(item)
    if (!other) return { line, differs: 'missing' }
    const differences = [...compareItems(item, other, line.description !== ''), ...ofCart]
    return {
      line,
      differs: differences.map(({ fact }) => fact),
      says: differences.map(({ there, here }) => `${there} is there, not ${here}`).join('; ') || undefined,
    }
  })
  return { lines: compared, more: left.size }
}

interface Difference {
  readonly fact: Fact
  readonly there: string
  readonly here: string
}

const difference = (fact: Fact, there: string | number, here: string | number): Difference[] =>
  there === here ? [] : [{ fact, there: `${there}`, here: `${here}` }]

const compareItems = (ours: Item, theirs: Item, hasName: boolean): Difference[] => [
  ...difference('date', minute(theirs), minute(ours)),
  ...difference('price', pounds(theirs), pounds(ours)),
  ...difference('quantity', theirs.data.quantity, ours.data.quantity),
  ...(hasName ? difference('name', theirs.data.productName, ours.data.productName) : []),
]

const compareCarts = (ours: readonly CartEvent[], theirs: readonly CartEvent[]): Difference[] => [
  ...difference('customer', customerOf(theirs), customerOf(ours)),
  ...compareCountries(countryOf(theirs), countryOf(ours)),
]

const compareCountries = (there: string | undefined, here: string | undefined): Difference[] =>
  there === undefined || here === undefined ? [] : difference('country', there, here)

const takeClosest = (item: Item, candidates: Item[]): Item | undefined => {
  const distances = candidates
    .slice(0, candidatesLookedAt)
    .map((candidate) => compareItems(item, candidate, true).length)
  const index = distances.indexOf(Math.min(...distances))
  return index === -1 ? undefined : candidates.splice(index, 1)[0]
}

const itemsOf = (events: readonly Dated<CartEvent>[]): Item[] =>
  events.flatMap((event) => (event.type === 'ItemAdded' ? [event] : []))

const productOf = ({ data }: Item): string => data.productId
const keyOf = (item: Item): string =>
  `${productOf(item)}/${item.data.quantity}/${pounds(item)}/${Date.parse(item.occurredAt)}`
const pounds = ({ data: { unitPrice } }: Item): string =>
  `${(unitPrice.amount / 100).toFixed(2)} ${unitPrice.currency}`
const minute = ({ occurredAt }: Item): string => occurredAt.replace('T', ' ').replace(/(:00)?\.000Z$/, '')

const customerOf = (events: readonly CartEvent[]): string =>
  events.find((event) => event.type === 'CartCreated')?.data.customerId ?? 'nobody'
/** Undefined where it was erased: then it can't be held against the file. */
const countryOf = (events: readonly CartEvent[]): string | undefined => {
  const address = events.find((event) => event.type === 'CartCheckedOut')?.data.shippingAddress
  return isErased(address) ? undefined : (address?.country ?? 'no country')
}
