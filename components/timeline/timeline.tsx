'use client'

import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'

interface TimelineProps {
  readonly session: CartSession
  readonly playhead: Playhead
}

/** Every event of the cart, newest first. */
export const Timeline = ({ session }: TimelineProps) => (
  <section aria-label="Event timeline">
    {session.log.history.events.map((event) => (
      <p key={event.eventId}>{event.type}</p>
    ))}
  </section>
)
