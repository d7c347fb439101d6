'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { whenQuiet } from '@/lib/kit/client/page/when-quiet'
import { isUntold, watchUntold } from './tell'
import { usePart } from './use-part'

const load = () => import('./toasts')
const fetchAhead = () => void load().catch(() => undefined)

/** Where messages are shown; what shows them comes with the first, or once the page is quiet. */
export const Toaster = () => {
  const part = usePart(
    useSyncExternalStore(watchUntold, isUntold, () => false),
    load,
  )
  useEffect(() => whenQuiet(fetchAhead), [])
  return part && <part.Toasts />
}
