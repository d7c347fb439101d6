'use client'

import { useEffect, useState } from 'react'
import type { CartAction } from '@/lib/shop/cart/wire/cart-answers'
import type { KeptShop } from '@/lib/shop/client/kept/kept-shop'
import { keptShops } from '@/lib/shop/client/kept/kept-shop-storage'
import { DataProviders } from '../../ui/data-providers'
import { ProductSearch } from '../catalogue/product-search'
import { Shop } from '../shop'
import { SiteHeader } from '../site/site-header'
import { NeedsConnection } from './needs-connection'

interface OfflineShopProps {
  readonly sendCommand: CartAction
}

const noFilter = { q: '', category: '' }

/** Stands in for a page that can't be fetched: the shop as this browser last knew it, or that a connection is needed. */
export const OfflineShop = ({ sendCommand }: OfflineShopProps) => {
  const [kept, setKept] = useState<KeptShop | 'looking' | 'nothing'>('looking')
  useEffect(() => {
    const isShop = ['/', '/offline'].includes(window.location.pathname)
    if (!isShop) return setKept('nothing')
    void keptShops.read().then((shop) => setKept(shop ?? 'nothing'))
  }, [])

  if (kept === 'looking') return <main id="main" aria-busy="true" />
  if (kept === 'nothing') return <NeedsConnection />
  const { identity, opening, shelves, categories, keptAt } = kept
  return (
    <DataProviders>
      <SiteHeader identity={identity ?? undefined}>
        <ProductSearch />
      </SiteHeader>
      <Shop
        identity={identity}
        opening={opening}
        first={{ filter: noFilter, page: shelves }}
        categories={categories}
        sendCommand={sendCommand}
        knownAt={opening ? keptAt : undefined}
      />
    </DataProviders>
  )
}
