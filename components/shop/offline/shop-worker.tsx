'use client'

import { useShopWorker } from '@/lib/shop/client/offline/use-shop-worker'

/** Has the service worker stand by. */
export const ShopWorker = () => {
  useShopWorker()
  return null
}
