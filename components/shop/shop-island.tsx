'use client'

import { useEffect } from 'react'
import { wantPage } from '@/lib/kit/client/page/early'
import { keptMarks } from '@/lib/shop/client/kept/kept-marks'
import { island } from '../ui/island'
import type { ShopProps } from './shop'

const LateShop = island<ShopProps>(async () => (await import('./shop-with-data')).ShopWithData)

/**
 * The shop, drawn by the server, at work when somebody is at the page. Who has a cart, or was here before and may have
 * left something to be sent, doesn't wait for that.
 */
export const ShopIsland = (props: ShopProps) => {
  const isKnown = props.identity !== null
  useEffect(() => {
    if (isKnown || keptMarks.owner() !== undefined) wantPage()
  }, [isKnown])
  return <LateShop {...props} />
}
