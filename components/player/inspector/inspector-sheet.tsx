'use client'

import { Drawer } from '@base-ui/react/drawer'
import { type RefObject, useRef, useState } from 'react'
import { Inspector, type InspectorProps } from './inspector'
import { InspectorHeader } from './inspector-header'
import { neighbourKeys } from './neighbour-keys'
import { useInspectorTab } from './use-inspector-tab'

interface InspectorSheetProps extends InspectorProps {
  /** Takes the focus when the sheet is gone: the row that opened it. */
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined
}

/** One event of the history, on a sheet from below that a swipe, Escape or a tap beside it puts away. */
export const InspectorSheet = ({ finalFocus, ...props }: InspectorSheetProps) => {
  const { id, session, version, onStep } = props
  const sheet = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(true)
  const { leave } = useInspectorTab()
  const close = () => setIsOpen(false)
  const onGone = () => {
    leave()
    props.onClose()
  }
  return (
    <Drawer.Root open={isOpen} onOpenChange={setIsOpen} onOpenChangeComplete={(open) => !open && onGone()}>
      <Drawer.Portal>
        <Drawer.Backdrop className="fixed inset-0 z-50 bg-scrim opacity-[calc(1-var(--drawer-swipe-progress))] transition-opacity duration-move data-swiping:duration-0 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Drawer.Viewport className="fixed inset-0 z-50 flex items-end justify-center">
          <Drawer.Popup
            ref={sheet}
            id={id}
            initialFocus={sheet}
            onKeyDown={neighbourKeys({ version, head: session.head, onStep })}
            finalFocus={finalFocus && (() => finalFocus.current ?? true)}
            className="@container flex h-[85dvh] w-full translate-y-(--drawer-swipe-movement-y) flex-col rounded-t-xl border-line border-t bg-card pb-[env(safe-area-inset-bottom)] text-ink shadow-lift outline-none transition-[translate] duration-move ease-settle data-swiping:select-none data-swiping:duration-0 data-ending-style:translate-y-full data-starting-style:translate-y-full"
          >
            <div aria-hidden className="mx-auto mt-2 h-1 w-10 shrink-0 rounded-full bg-edge/60" />
            <Drawer.Content className="flex min-h-0 flex-1 flex-col">
              <InspectorHeader
                session={session}
                version={version}
                onStep={onStep}
                onClose={close}
                title={(words) => <Drawer.Title className="truncate title">{words}</Drawer.Title>}
              />
              <Inspector {...props} onClose={close} />
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
