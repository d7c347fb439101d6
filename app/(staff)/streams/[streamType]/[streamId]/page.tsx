import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { ViewerPage } from '@/components/shop/site/viewer-page'
import { AnyStreamViewer } from '@/components/shop/staff/any-stream-viewer'
import { streamPage } from '@/components/shop/stream-page'
import { openForReading } from '@/lib/kit/server/streams/read-window'
import { lookedAt } from '@/lib/kit/wire/looked-at'
import { id } from '@/lib/kit/wire/text'
import { viewPath } from '@/lib/kit/wire/view-link'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

export const metadata: Metadata = { title: 'Record' }

interface StreamPageProps {
  readonly params: Promise<{ streamType: string; streamId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function StreamPage({ params, searchParams }: StreamPageProps) {
  const asked = await params
  const view = await searchParams
  const context = getContext()
  const type = context.types.named(asked.streamType)
  const streamId = id.safeParse(asked.streamId).data
  if (!type || !streamId) notFound()
  const path = `/streams/${type.streamType}/${encodeURIComponent(streamId)}`
  const ownPage = streamPage({ type: type.streamType, id: streamId })
  if (ownPage !== path) redirect(viewPath(ownPage, view))
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(viewPath(path, view)))
  const opening = await openForReading(context, type, identity, streamId, lookedAt(view))
  if (!opening) notFound()
  return (
    <ViewerPage identity={identity}>
      <AnyStreamViewer opening={opening} opensOthers={identity.role === 'staff'} />
    </ViewerPage>
  )
}
