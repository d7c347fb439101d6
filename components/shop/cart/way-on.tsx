import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { Button } from '../../ui/button'
import { signInPage } from '../site/sign-in-page'

interface WayOnProps {
  readonly session: Pick<CartSession, 'connection' | 'isGuest'>
}

/** How one goes on where the page itself can't: loads it anew, or signs in and comes back to it. */
export const WayOn = ({ session: { connection, isGuest } }: WayOnProps) => {
  const signsIn = connection === 'signedOut' && !isGuest
  const go = () => {
    if (!signsIn) return location.reload()
    const next = `${location.pathname}${location.search}`
    location.assign(signInPage(next))
  }
  return (
    <Button size="sm" onClick={go}>
      {signsIn ? 'Sign in' : 'Reload'}
    </Button>
  )
}
