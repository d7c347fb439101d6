'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Toaster } from './toaster'

/** What every page has around it: the theme, toasts. */
export const Providers = ({ children }: { children: ReactNode }) => (
  <ThemeProvider attribute="class" disableTransitionOnChange>
    {children}
    <Toaster />
  </ThemeProvider>
)
