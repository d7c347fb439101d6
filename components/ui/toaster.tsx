'use client'

import { useTheme } from 'next-themes'
import type { CSSProperties } from 'react'
import { Toaster as Sonner, type ToasterProps } from 'sonner'
import { useMediaQuery } from './use-media-query'

const look = {
  '--normal-bg': 'var(--ink)',
  '--normal-text': 'var(--paper)',
  '--normal-border': 'transparent',
  '--border-radius': '8px',
  fontFamily: 'var(--font-sans)',
} as CSSProperties

/** Short messages, in ink on every theme; on narrow screens at the top, where no thumb is busy. */
export const Toaster = () => {
  const { resolvedTheme } = useTheme()
  const isNarrow = useMediaQuery('(width < 40rem)')
  return (
    <Sonner
      theme={resolvedTheme as ToasterProps['theme']}
      position={isNarrow ? 'top-center' : 'bottom-left'}
      offset={24}
      mobileOffset={{ top: 'calc(var(--header) + 8px)', left: 16, right: 16 }}
      duration={6_000}
      style={look}
      toastOptions={{
        classNames: { title: 'text-[13.5px]! leading-snug! font-normal!', toast: 'shadow-lift!' },
      }}
    />
  )
}
