'use client'

import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { useBreakpoints } from '@/lib/kit/client/scan/use-breakpoints'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { WhenPanel } from '../when/when-panel'

interface WhenStageProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly onClose: () => void
}

/** Asks when something became true, and where to stop. */
export const WhenStage = (props: WhenStageProps) => (
  <WhenPanel {...props} breakpoints={useBreakpoints(props.session, true)} />
)
