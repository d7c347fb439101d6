'use client'

import { useMemo, useState } from 'react'
import { useWake } from '@/lib/kit/client/page/use-wake'
import { usePlayhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartItem } from '@/lib/shop/cart/state'
import type { CartAction } from '@/lib/shop/cart/wire/cart-answers'
import type { CartOpening } from '@/lib/shop/cart/wire/cart-opening'
import type { ShownIdentity } from '@/lib/shop/client/kept/kept-shop'
import { useKeepShop } from '@/lib/shop/client/kept/use-keep-shop'
import { Desk } from '../player/desk/desk'
import { useStage } from '../player/desk/use-stage'
import { Together } from '../player/together/together'
import { StreamViewProvider } from '../player/view/use-stream-view'
import { cn } from '../ui/cn'
import { CartPanel } from './cart/cart-panel'
import { cartView } from './cart/view/cart-view'
import { Catalogue, type CatalogueProps } from './catalogue/catalogue'
import { type ShopPane, ShopTabs } from './shop-tabs'
import { useAdd } from './use-add'
import { useShopSession } from './use-shop-session'

export interface ShopProps extends Pick<CatalogueProps, 'first' | 'categories'> {
  readonly identity: ShownIdentity
  /** Null where there is no cart yet. */
  readonly opening: CartOpening | null
  /** When this was known, where that wasn't the server's word just now. ISO 8601. */
  readonly knownAt?: string | undefined
  readonly sendCommand: CartAction
}

const nothing: readonly CartItem[] = []

/** The shop: shelves on the left, on the right the cart with its past. On narrow screens one at a time. */
export const Shop = ({ identity, opening, knownAt, sendCommand, first, categories }: ShopProps) => {
  const person = useMemo(
    () => ({ id: identity?.userId ?? null, isGuest: identity?.isGuest ?? true }),
    [identity],
  )
  const cartId = opening?.streamId ?? null
  const session = useShopSession({ person, cartId, opening, knownAt, sendCommand })
  const isWhole = first.filter.q === '' && first.filter.category === ''
  useKeepShop({ identity, log: session.log, shelves: isWhole ? first.page : undefined, categories })
  const main = useWake<HTMLElement>()
  const playhead = usePlayhead(session)
  const stage = useStage(cartView, session, playhead)
  const [pane, setPane] = useState<ShopPane>(stage.shown === 'state' && playhead.isLive ? 'shop' : 'cart')
  const { optimistic } = session
  const add = useAdd(session, playhead)
  const goToPane = (to: ShopPane) => {
    setPane(to)
    stage.close()
  }

  return (
    <main
      ref={main}
      id="main"
      data-asleep="island"
      data-pane={pane}
      className="xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(44rem,46%)]"
    >
      <div
        className={cn(
          'px-4 pb-[calc(var(--tabs)+2rem)] sm:px-6 lg:px-8 xl:pb-12',
          pane !== 'shop' && 'max-xl:invisible',
        )}
      >
        <h1 className="text-balance py-7 font-display text-[clamp(2.25rem,1.6rem+2.2vw,3.5rem)] leading-[1.02] lg:py-9">
          Take it. Put it back. <em className="inline-block text-accent">It’s all remembered.</em>
        </h1>
        <Catalogue
          first={first}
          categories={categories}
          items={optimistic.status === 'active' ? optimistic.items : nothing}
          offers={session.offers}
          hear={session.hear}
          onAdd={add}
        />
      </div>
      <div
        className={cn(
          'scroll-quiet overflow-y-auto max-xl:fixed max-xl:inset-x-0 max-xl:top-(--header) max-xl:bottom-(--tabs) max-xl:z-20',
          'xl:sticky xl:top-[calc(var(--header)+1px)] xl:h-[calc(100dvh-var(--header)-1px)] xl:border-line xl:border-l',
          pane === 'shop' && 'max-xl:hidden',
        )}
      >
        <div className="h-full min-h-[36rem]">
          <StreamViewProvider view={cartView}>
            <Together session={session} playhead={playhead}>
              <Desk
                session={session}
                playhead={playhead}
                stage={stage}
                Panel={CartPanel}
                pane={pane === 'timeline' ? 'timeline' : 'state'}
              />
            </Together>
          </StreamViewProvider>
        </div>
      </div>
      <ShopTabs pane={pane} session={session} onChange={goToPane} />
    </main>
  )
}
