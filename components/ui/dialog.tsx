'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { CloseButton } from './close-button'
import { cn } from './cn'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description: ReactNode
  /** Wide: what is asked has something beside it. */
  readonly isWide?: boolean | undefined
  /** Takes the focus when what opened the dialog is gone. */
  readonly finalFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** A slip over the page: in its middle, on narrow screens at its lower edge. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  isWide = false,
  finalFocus,
  children,
}: DialogProps) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-move data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Base.Popup
        finalFocus={finalFocus && (() => finalFocus.current ?? true)}
        className={cn(
          isWide ? 'max-w-[56rem]' : 'max-w-[30rem]',
          'scroll-quiet fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full overflow-y-auto overscroll-contain rounded-t-xl border-line border-t bg-card px-5 pt-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-lift outline-none transition-[translate,opacity] duration-move ease-settle data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-lg sm:border sm:px-8 sm:py-7',
        )}
      >
        <Base.Title className="title pr-10">{title}</Base.Title>
        <Base.Description className="pt-2 pb-5 text-muted text-md" render={<div />}>
          {description}
        </Base.Description>
        {children}
        {/* Last in the page, so that a dialog opens with the focus on its first field. */}
        <Base.Close render={<CloseButton className="absolute top-5 right-2.5 sm:top-5.5 sm:right-5.5" />} />
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
