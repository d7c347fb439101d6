'use client'

import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import { keptMarks } from '@/lib/shop/client/kept/kept-marks'
import { linkStyle } from '../../ui/link-style'
import { tellTrouble } from '../../ui/tell'

/** A shop that hasn't answered by then won't. */
const limitMs = 20_000

/** What this browser kept of the shop is no longer anybody's to see. */
const forgetShop = async () => (await import('@/lib/shop/client/kept/kept-shop-storage')).keptShops.drop()

/** Ends the session and opens the shop as somebody new. */
export const SignOutButton = () => {
  const [leaving, setLeaving] = useState(false)
  // A click before that would be lost.
  const isReady = useHydrated()
  const signOut = async () => {
    setLeaving(true)
    const answer = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(limitMs),
    }).catch(() => undefined)
    if (answer?.ok) {
      keptMarks.leave()
      await forgetShop().catch(() => undefined)
      return window.location.assign('/')
    }
    setLeaving(false)
    tellTrouble('You are still signed in: the shop could not be reached. Try again.')
  }
  return (
    <button type="button" className={linkStyle} disabled={leaving || !isReady} onClick={() => void signOut()}>
      <LogOut aria-hidden size={18} className="sm:hidden" />
      <span className="max-sm:sr-only">Sign out</span>
    </button>
  )
}
