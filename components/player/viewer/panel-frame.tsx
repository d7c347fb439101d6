'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../../ui/cn'
import { sentenceCase } from '../../ui/sentence-case'
import type { PanelProps } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { Moment } from './moment'

interface PanelFrameProps extends ComponentProps<typeof Moment> {
  readonly playhead: Pick<PanelProps['playhead'], 'isLive' | 'isLoading' | 'version'>
  /** What is shown of the stream. */
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

/** What any stream is called and which moment of it is shown, over what scrolls. */
export const PanelFrame = ({ session, playhead, label, className, children }: PanelFrameProps) => {
  const title = sentenceCase(useStreamView().noun)
  return (
    <section
      aria-label={title}
      aria-busy={playhead.isLoading || undefined}
      className="flex h-full min-h-0 flex-col contain-strict [&[aria-busy]>:not(header)]:opacity-40"
    >
      <header>
        <h2 className="px-4 pt-4 pb-3 title sm:px-6 sm:pt-5">{title}</h2>
        <div className="flex min-h-9 items-center border-line border-y px-4 text-sm sm:px-6">
          <Moment session={session} playhead={playhead} />
        </div>
      </header>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={cn('scroll-quiet min-h-0 flex-1 overflow-y-auto -outline-offset-2', className)}
      >
        {children}
      </section>
    </section>
  )
}
