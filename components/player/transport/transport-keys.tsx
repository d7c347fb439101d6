'use client'

import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { TransportButton } from './transport-button'

interface TransportKeysProps {
  readonly version: number
  readonly head: number
  readonly playing: boolean
  /** Plays, or stops. */
  readonly onToggle: () => void
  readonly onGoTo: (version: number) => void
}

/** The keys that play, and go on or back by one. */
export const TransportKeys = ({ version, head, playing, onToggle, onGoTo }: TransportKeysProps) => (
  <div className="flex items-center gap-2 [grid-area:keys]">
    <TransportButton
      label="Previous event"
      icon={StepBack}
      idle={version === 0}
      onClick={() => onGoTo(version - 1)}
    />
    <TransportButton
      label={playing ? 'Pause' : 'Play'}
      icon={playing ? Pause : Play}
      idle={head === 0}
      large
      onClick={onToggle}
    />
    <TransportButton
      label="Next event"
      icon={StepForward}
      idle={version === head}
      onClick={() => onGoTo(version + 1)}
    />
  </div>
)
