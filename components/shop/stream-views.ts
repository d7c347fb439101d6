import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import { isProcess, processView } from '../player/process/process-view'
import type { ProcessWords } from '../player/process/process-words'
import { type PlainWords, plainView } from '../player/view/plain-view'
import type { StreamView } from '../player/view/stream-view'
import { abandonmentWords } from './abandonment/abandonment-words'
import { cartView } from './cart/view/cart-view'
import { productView } from './catalogue/view/product-view'
import { accountView } from './credit/view/account-view'
import { customerView } from './customer/view/customer-view'
import { fulfilmentWords } from './fulfilment/fulfilment-words'
import { invoicingWords } from './invoice/invoicing-words'
import { moneyHint } from './money-hint'
import { orderView } from './order/view/order-view'
import { stockView } from './stock/stock-view'
import { storyPage } from './story-page'
import { streamPage } from './stream-page'
import { termsSentence } from './terms/terms-sentence'

const views = new Map<string, StreamView>([
  [cartView.streamType, cartView],
  [accountView.streamType, accountView],
  [orderView.streamType, orderView],
])

/** What processes say of themselves. */
const processes = new Map<string, ProcessWords>([
  ['abandonment', abandonmentWords as ProcessWords],
  ['fulfilment', fulfilmentWords as ProcessWords],
  ['invoicing', invoicingWords as ProcessWords],
])

const words: PlainWords = { pageOf: streamPage, storyPageOf: storyPage, hintOf: moneyHint }

const viewWithout = (type: SearchableType): StreamView => {
  if (type.streamType === 'product') return productView(type, words)
  if (type.streamType === 'stock') return stockView(type, words)
  if (type.streamType === 'customer') return customerView(words)
  if (isProcess(type)) return processView(type, words, processes.get(type.streamType))
  const plain = plainView(type, words)
  return type.streamType === 'terms' ? { ...plain, sentence: termsSentence as StreamView['sentence'] } : plain
}

/** How a type of streams is shown: by a view of its own, else by its events' and states' own words. */
export const viewOf = (type: SearchableType): StreamView => {
  const view = views.get(type.streamType) ?? viewWithout(type)
  views.set(type.streamType, view)
  return view
}
