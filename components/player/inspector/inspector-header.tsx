'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Button } from '../../ui/button'
import { CloseButton } from '../../ui/close-button'
import { formatCount } from '../../ui/format'
import { CopyMenu } from './copy-menu'

interface InspectorHeaderProps {
  readonly session: StreamSession
  readonly version: number
  readonly onStep: (version: number) => void
  readonly onClose: () => void
  /** Makes the title what names the panel, or the sheet. */
  readonly title: (words: string) => ReactNode
}

/** Which event it is, the way to its neighbours, and what can be taken of it. */
export const InspectorHeader = ({ session, version, onStep, onClose, title }: InspectorHeaderProps) => (
  <header className="flex items-center gap-1 px-4 pt-4 pb-1 sm:px-6 sm:pt-5">
    {title(`Event ${formatCount(version)}`)}
    <div className="-my-1 -mr-2.5 ml-auto flex shrink-0 items-center">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Previous event"
        aria-keyshortcuts="ArrowLeft"
        disabled={version <= 1}
        onClick={() => onStep(version - 1)}
      >
        <ChevronLeft aria-hidden className="size-4.5" strokeWidth={1.75} />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Next event"
        aria-keyshortcuts="ArrowRight"
        disabled={version >= session.head}
        onClick={() => onStep(version + 1)}
      >
        <ChevronRight aria-hidden className="size-4.5" strokeWidth={1.75} />
      </Button>
      <CopyMenu session={session} version={version} />
      <CloseButton aria-label="Close event" onClick={onClose} />
    </div>
  </header>
)
