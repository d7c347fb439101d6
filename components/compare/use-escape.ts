'use client'

import { useEffect } from 'react'

/** Calls on Escape; a dialog or menu that is open has the key for itself. */
export const useEscape = (active: boolean, onEscape: () => void): void => {
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(takers)) return
      onEscape()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [active, onEscape])
}

const takers = ':popover-open, [role=dialog]:not([popover]), [role=alertdialog]'
