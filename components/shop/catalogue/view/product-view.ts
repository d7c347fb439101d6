import { Flag, PackageX, Pencil, Tag, Undo2 } from 'lucide-react'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import type { ProductEvent } from '@/lib/shop/product/events'
import type { ProductState } from '@/lib/shop/product/product'
import { type EventKind, kind } from '../../../player/view/event-kind'
import { type PlainWords, plainView } from '../../../player/view/plain-view'
import type { StreamView, Weight } from '../../../player/view/stream-view'
import { count } from '../../../ui/format'
import { isolated } from '../../../ui/named'
import { formatMoney } from '../../money-format'

/** Round is what is said of it, square whether it is sold. */
const kinds: Record<ProductEvent['type'], EventKind> = {
  ProductListed: kind(Flag, 'square', 'stone'),
  ProductDescribed: kind(Pencil, 'round', 'blue'),
  ProductPriced: kind(Tag, 'round', 'ochre'),
  ProductWithdrawn: kind(PackageX, 'square', 'plum'),
  ProductBroughtBack: kind(Undo2, 'square', 'green'),
}

const weightOf = (type: ProductEvent['type'], event: ProductEvent | undefined): Weight => {
  if (type === 'ProductDescribed') return { rise: 0.4, fall: 0.4 }
  if (type !== 'ProductPriced') return 'bound'
  const isDearer = event?.type === 'ProductPriced' && event.data.newPrice.amount > event.data.oldPrice.amount
  return isDearer ? { rise: 1, fall: 0 } : { rise: 0, fall: 1 }
}

/** What happened, as one would tell it: "$15.99 became $17.99". */
export const productSentence = (event: ProductEvent): string => {
  switch (event.type) {
    case 'ProductListed':
      return `Product listed: ${isolated(event.data.name)} at ${formatMoney(event.data.unitPrice)}`
    case 'ProductDescribed':
      return `Told as ${isolated(event.data.name)}`
    case 'ProductPriced':
      return `${formatMoney(event.data.oldPrice)} became ${formatMoney(event.data.newPrice)}`
    case 'ProductWithdrawn':
      return `Withdrawn${event.data.reason ? `: ${isolated(event.data.reason)}` : ''}`
    case 'ProductBroughtBack':
      return 'Sold again'
    default:
      return exhaustive(event)
  }
}

/** How products are shown. */
export const productView = (type: SearchableType, words: PlainWords): StreamView => {
  const view: StreamView<ProductState, ProductEvent> = {
    ...(plainView(type, words) as unknown as StreamView<ProductState, ProductEvent>),
    noun: 'product',
    kinds,
    sentence: productSentence,
    runSentence: (times, _first, last) => `${productSentence(last)}, and like that ${count(times, 'time')}`,
    weightOf,
    figureOf: ({ listing }) => (listing ? formatMoney(listing.unitPrice) : 'not listed'),
  }
  return view as unknown as StreamView
}
