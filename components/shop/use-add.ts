'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CatalogueProduct } from '@/lib/shop/product/wire/catalogue'
import { named } from '../ui/named'
import { tell } from '../ui/tell'

/** Adds from the catalogue. Who looks at the past stays there and is told where it went. Keeps its identity. */
export const useAdd = ({ send }: CartSession, playhead: Playhead) => {
  const latest = useRef(playhead)
  useEffect(() => {
    latest.current = playhead
  }, [playhead])

  return useCallback(
    (product: CatalogueProduct, quantity: number) => {
      send({ type: 'AddItem', productId: product.productId, quantity }, product)
      const { isLive, version, goLive } = latest.current
      if (isLive) return
      tell(`${named(product.name)} goes into the cart as it is now; you are looking at version ${version}.`, {
        id: 'added-elsewhere',
        action: { label: 'Show it', onClick: goLive },
      })
    },
    [send],
  )
}
