'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { createEscapeStack } from './escape-stack'

const stack = createEscapeStack()

const onKeyDown = ({ key, defaultPrevented, repeat }: KeyboardEvent): void => {
  if (key !== 'Escape' || defaultPrevented || repeat || document.querySelector(takers)) return
  stack.press()
}

/** Calls on Escape what became active last; a dialog or menu that is open has the key for itself. */
export const useEscape = (active: boolean, onEscape: () => void): void => {
  const latest = useRef(onEscape)
  useLayoutEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    if (!active) return
    if (stack.isEmpty()) window.addEventListener('keydown', onKeyDown)
    const leave = stack.wait(() => latest.current())
    return () => {
      leave()
      if (stack.isEmpty()) window.removeEventListener('keydown', onKeyDown)
    }
  }, [active])
}

const takers = ':popover-open, [role=dialog]:not([popover]), [role=alertdialog]'
