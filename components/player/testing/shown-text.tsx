import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'

/** What is shown of a page at an address, without its tags: one text after the other. */
export const shownText = async (page: ReactNode, address = ''): Promise<string> => {
  const { prelude } = await prerender(
    <NuqsTestingAdapter searchParams={address}>
      <QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  const html = await new Response(prelude).text()
  return html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replace(/\s*\n\s*/g, '\n')
}
