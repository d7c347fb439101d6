'use client'

import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'

// What the socket brings is shown in the same turn of the event loop, not after a timer.
notifyManager.setScheduler(queueMicrotask)

let ofTab: QueryClient | undefined

/** A tab has one cache, whichever of its pages is open; each request on the server has its own. */
const queryClient = (): QueryClient => {
  if (typeof window === 'undefined') return new QueryClient()
  ofTab ??= new QueryClient()
  return ofTab
}

/** What pages have around them that ask the server for data and keep their state in the address. */
export const DataProviders = ({ children }: { children: ReactNode }) => {
  const [client] = useState(queryClient)
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </QueryClientProvider>
  )
}
