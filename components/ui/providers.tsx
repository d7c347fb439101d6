'use client'

import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { Toaster } from './toaster'

// What the socket brings is shown in the same turn of the event loop, not after a timer.
notifyManager.setScheduler(queueMicrotask)

/** What every page has around it: the query cache, the URL's state, the theme, toasts. */
export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(() => new QueryClient())
  return (
    <ThemeProvider attribute="class" disableTransitionOnChange>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          {children}
          <Toaster />
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  )
}
