import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import { plainView } from '../player/view/plain-view'
import type { StreamView } from '../player/view/stream-view'
import { cartView } from './cart/view/cart-view'
import { accountView } from './credit/view/account-view'
import { moneyHint } from './money-hint'
import { storyPage } from './story-page'
import { streamPage } from './stream-page'

const views = new Map<string, StreamView>([
  [cartView.streamType, cartView],
  [accountView.streamType, accountView],
])

/** How a type of streams is shown: by a view of its own, else by its events' and states' own words. */
export const viewOf = (type: SearchableType): StreamView => {
  const view =
    views.get(type.streamType) ??
    plainView(type, { pageOf: streamPage, storyPageOf: storyPage, hintOf: moneyHint })
  views.set(type.streamType, view)
  return view
}
