'use client'

import { useEffect } from 'react'
import type { Connection } from '../connection/connection'
import { mayReload, takeReload } from '../page/may-reload'
import { isPageBusy, watchFields } from '../page/page-busy'

interface ReloadOptions {
  readonly connection: Connection
  readonly unsent: { readonly count: number; readonly isKept: boolean }
  readonly isWritten: () => boolean
}

const lookEveryMs = 1_000

/** Loads the page anew once the server was renewed, as soon as nothing would be lost by it. */
export const useReload = ({ connection, unsent: { count, isKept }, isWritten }: ReloadOptions): void => {
  useEffect(() => watchFields(), [])
  const isRenewed = connection === 'renewed'
  useEffect(() => {
    if (!isRenewed) return
    const look = setInterval(() => {
      const isFree = mayReload({
        unsent: { count, isKept },
        isWritten: isWritten(),
        isBusy: isPageBusy(),
      })
      if (!isFree || !takeReload(() => sessionStorage, Date.now())) return
      clearInterval(look)
      location.reload()
    }, lookEveryMs)
    return () => clearInterval(look)
  }, [isRenewed, count, isKept, isWritten])
}
