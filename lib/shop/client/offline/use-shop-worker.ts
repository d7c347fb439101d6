'use client'

import { useEffect } from 'react'
import { whenQuiet } from '../../../kit/client/page/when-quiet'

const register = (): void => {
  const { serviceWorker, connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean }
  }
  // Pages that come over plain http have none; who saves data isn't asked to fetch ahead.
  if (!serviceWorker || connection?.saveData) return
  void serviceWorker.register('/sw.js').catch(() => undefined)
}

/** What answers without network comes once the page is quiet: a first visit doesn't wait for it. */
export const useShopWorker = (): void => {
  useEffect(() => whenQuiet(register), [])
}
