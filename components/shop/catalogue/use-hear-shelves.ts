'use client'

import { useEffect, useRef } from 'react'
import type { Hear } from '@/lib/shop/cart/client/use-offers'
import type { CataloguePage } from './catalogue-page'

/** Takes in what shelves say of prices, each once: when it was just read. */
export const useHearShelves = (pages: readonly CataloguePage[] | undefined, hear: Hear): void => {
  const heard = useRef(new WeakSet<CataloguePage>())
  useEffect(() => {
    for (const page of pages ?? []) {
      if (heard.current.has(page)) continue
      heard.current.add(page)
      hear(page.products.map(({ productId, name, unitPrice }) => [productId, { name, unitPrice }] as const))
    }
  }, [pages, hear])
}
