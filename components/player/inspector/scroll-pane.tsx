import type { KeyboardEventHandler, ReactNode } from 'react'

interface ScrollPaneProps {
  readonly label: string
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>
  readonly children: ReactNode
}

/** The part of the panel that scrolls, by keyboard too. */
export const ScrollPane = ({ label, onKeyDown, children }: ScrollPaneProps) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    tabIndex={0}
    onKeyDown={onKeyDown}
    className="scroll-quiet min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-3 -outline-offset-2 sm:px-6"
  >
    {children}
  </section>
)
