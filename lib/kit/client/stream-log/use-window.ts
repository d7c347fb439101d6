'use client'

import { useEffect } from 'react'
import type { CartSession } from '../../../shop/cart/client/use-cart-session'
import type { CartState } from '../../../shop/cart/state'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { eventAt, stateAt, windowOfEvent, windowOfState } from '../../history/history'

type WindowSource = Pick<CartSession, 'log' | 'wishWindow'>

/** Asks for the window that begins at a version, for as long as it is missing. */
export const useWindow = ({ log, wishWindow }: WindowSource, from: number): void => {
  const isMissing = from >= 0 && from < log.history.version && !log.history.windows.has(from)
  useWindows({ wishWindow }, isMissing ? [from] : [])
}

/** Asks for the windows that begin at some versions, the first of them first, for as long as they are missing. */
export const useWindows = (
  { wishWindow }: Pick<WindowSource, 'wishWindow'>,
  missing: readonly number[],
): void => {
  const key = missing.join(' ')
  useEffect(() => {
    const wished = key === '' ? [] : key.split(' ').map(Number).reverse()
    const withdrawals = wished.map(wishWindow)
    return () => {
      for (const withdraw of withdrawals) withdraw()
    }
  }, [key, wishWindow])
}

/** The state at a version; undefined while it is being asked for. */
export const useStateAt = (source: WindowSource, version: number): CartState | undefined => {
  const state = stateAt(source.log.history, version)
  useWindow(source, state ? -1 : windowOfState(version))
  return state
}

/** The event that made a version; undefined while it is being asked for, and where there is none. */
export const useEventAt = (source: WindowSource, version: number): RecordedCartEvent | undefined => {
  useWindow(source, version > 0 ? windowOfEvent(version) : -1)
  return eventAt(source.log.history, version)
}
