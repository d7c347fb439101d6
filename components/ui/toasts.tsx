'use client'

import { useTheme } from 'next-themes'
import { type CSSProperties, useEffect } from 'react'
import { Toaster as Sonner, type ToasterProps, toast } from 'sonner'
import { hearTold, type Toast } from './tell'
import { useMediaQuery } from './use-media-query'

const look = {
  '--normal-bg': 'var(--ink)',
  '--normal-text': 'var(--paper)',
  '--normal-border': 'transparent',
  '--border-radius': '8px',
  fontFamily: 'var(--font-sans)',
} as CSSProperties

const show = ({ text, isTrouble, id, durationMs, action }: Toast): void => {
  const say = isTrouble ? toast.error : toast
  say(text, { ...(id && { id }), ...(durationMs && { duration: durationMs }), ...(action && { action }) })
}

/** Short messages, in ink on every theme; on narrow screens at the top, where no thumb is busy. */
export const Toasts = () => {
  const { resolvedTheme } = useTheme()
  const isNarrow = useMediaQuery('(width < 40rem)')
  useEffect(() => hearTold(show), [])
  return (
    <Sonner
      theme={resolvedTheme as ToasterProps['theme']}
      position={isNarrow ? 'top-center' : 'bottom-left'}
      offset={24}
      mobileOffset={{ top: 'calc(var(--header) + 8px)', left: 16, right: 16 }}
      duration={6_000}
      style={look}
      toastOptions={{
        classNames: { title: 'text-sm! leading-snug! font-normal!', toast: 'shadow-lift!' },
      }}
    />
  )
}
