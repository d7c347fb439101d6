import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { Time } from '../ui/time'

interface CartMomentProps {
  readonly session: CartSession
  readonly playhead: Playhead
}

/** Which moment of the cart is shown: now, or a version of the past. */
export const CartMoment = ({ session, playhead: { isLive, version } }: CartMomentProps) => {
  if (!isLive) {
    const at = session.log.history.events[version - 1]?.occurredAt
    return (
      <p>
        <strong className="font-medium">As it was at version {version}</strong>
        {at ? (
          <>
            {' · '}
            <Time iso={at} format="full" className="whitespace-nowrap" />
          </>
        ) : (
          ' · before anything happened'
        )}
      </p>
    )
  }
  if (session.connection === 'reconnecting') {
    return <p role="status">Reconnecting… what you do is kept and sent.</p>
  }
  return (
    <p className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="size-1.5 rounded-full bg-accent transition-opacity data-quiet:opacity-40"
        data-quiet={session.connection !== 'live' || undefined}
      />
      {session.head === 0 ? 'Nothing has happened yet' : `Now, at version ${session.head}`}
    </p>
  )
}
