'use client'

import { useEffect, useRef, useState } from 'react'
import { whenQuiet } from '../../../kit/client/page/when-quiet'
import type { CartLog } from '../../cart/client/cart-log'
import { keptMarks } from './kept-marks'
import { type KeptShelves, openingOf, ownerOf, type ShownIdentity } from './kept-shop'

const loadStorage = () => import('./kept-shop-storage')
/** What comes quickly is kept once. */
const restMs = 400

interface ShopToKeep {
  readonly identity: ShownIdentity
  readonly log: CartLog
  /** Undefined where the page came with narrowed shelves. */
  readonly shelves: KeptShelves | undefined
  readonly categories: readonly string[]
}

/**
 * Keeps the shop for when there is no network: its cart's events, as they come. What was kept for somebody else is not
 * shown from the first moment on, and thrown away.
 */
export const useKeepShop = ({ identity, log, shelves, categories }: ShopToKeep): void => {
  const [isQuiet, setQuiet] = useState(false)
  const left = useRef<string>(undefined)
  const owner = ownerOf(identity, log)

  useEffect(() => {
    const keptFor = keptMarks.owner()
    if (keptFor && keptFor !== owner) {
      keptMarks.leave()
      void loadStorage().then(
        ({ keptShops }) => keptShops.drop(),
        () => undefined,
      )
    }
    left.current ??= keptMarks.timesLeft()
  }, [owner])
  useEffect(() => whenQuiet(() => setQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || !shelves) return
    const timer = setTimeout(() => {
      const shop = { owner, identity, opening: openingOf(log), shelves, categories }
      void loadStorage().then(
        ({ keptShops }) => keptShops.keep(shop, left.current ?? ''),
        () => undefined,
      )
    }, restMs)
    return () => clearTimeout(timer)
  }, [isQuiet, identity, log, shelves, categories, owner])
}
