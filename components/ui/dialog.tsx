'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description: ReactNode
  /** Takes the focus when what opened the dialog is gone. */
  readonly finalFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** A slip over the page: in its middle, on narrow screens at its lower edge. */
export const Dialog = ({ open, onOpenChange, title, description, finalFocus, children }: DialogProps) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-50 bg-[rgb(20_18_15/0.45)] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Base.Popup
        finalFocus={finalFocus && (() => finalFocus.current ?? true)}
        className="scroll-quiet fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[92dvh] w-full max-w-[30rem] overflow-y-auto overscroll-contain rounded-t-xl border-line border-t bg-card px-5 pt-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-lift outline-none transition-[translate,opacity] duration-200 ease-out data-ending-style:translate-y-4 data-starting-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-lg sm:border sm:px-8 sm:py-7"
      >
        <Base.Title className="pr-10 font-display text-[32px] leading-none tracking-[-0.01em]">
          {title}
        </Base.Title>
        <Base.Description className="pt-2 pb-5 text-muted text-sm" render={<div />}>
          {description}
        </Base.Description>
        {children}
        {/* Last in the page, so that a dialog opens with the focus on its first field. */}
        <Base.Close
          aria-label="Close"
          className="absolute top-4 right-3 grid sm:top-5 sm:right-5 size-10 shrink-0 place-items-center rounded-md text-muted hover:text-ink pointer-coarse:size-11"
        >
          <X className="size-5" strokeWidth={1.5} aria-hidden="true" />
        </Base.Close>
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
