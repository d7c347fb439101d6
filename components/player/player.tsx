'use client'

import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'

interface PlayerProps {
  readonly session: CartSession
  readonly playhead: Playhead
}

/** A transport through the cart's versions. */
export const Player = ({ playhead }: PlayerProps) => (
  <input
    type="range"
    aria-label="Version"
    min={0}
    max={playhead.head}
    value={playhead.version}
    onChange={(event) => playhead.seek(event.target.valueAsNumber)}
  />
)
