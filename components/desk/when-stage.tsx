'use client'

import { useBreakpoints } from '@/lib/client/scan/use-breakpoints'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { WhenPanel } from '../when/when-panel'

interface WhenStageProps {
  readonly id: string
  readonly session: CartSession
  readonly playhead: Playhead
  readonly onClose: () => void
}

/** Asks when something became true, and where to stop. */
export const WhenStage = (props: WhenStageProps) => (
  <WhenPanel {...props} breakpoints={useBreakpoints(props.session, true)} />
)
