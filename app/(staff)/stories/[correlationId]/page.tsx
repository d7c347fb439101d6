import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import * as z from 'zod'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { ViewerPage } from '@/components/shop/site/viewer-page'
import { ShopStory } from '@/components/shop/story/shop-story'
import { storyPage } from '@/components/shop/story-page'
import { openStoryForReading } from '@/lib/kit/server/streams/open-story'
import { id } from '@/lib/kit/wire/text'
import { viewPath } from '@/lib/kit/wire/view-link'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

export const metadata: Metadata = { title: 'Story' }

interface StoryPageProps {
  readonly params: Promise<{ correlationId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const looked = z.object({
  after: place.optional().catch(undefined),
  at: place.optional().catch(undefined),
  lane: z.string().optional().catch(undefined),
})

export default async function Story({ params, searchParams }: StoryPageProps) {
  const correlationId = id.safeParse((await params).correlationId).data
  if (!correlationId) notFound()
  const view = await searchParams
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(viewPath(storyPage(correlationId), view)))
  const opened = await openStoryForReading(getContext(), identity, correlationId, looked.parse(view))
  if (!opened) notFound()
  return (
    <ViewerPage identity={identity}>
      <ShopStory key={`${correlationId} ${opened.after}`} {...opened} />
    </ViewerPage>
  )
}
