import Link from 'next/link'
import { textLinkStyle } from '../../ui/link-style'
import { ShortId } from '../../ui/short-id'
import { eventPage } from './event-page'
import type { StreamReference } from './stream-view'
import { useStreamView } from './use-stream-view'

/** A stream by its type and id; a link to the page of it, at the version that is meant. */
export const StreamLink = ({ stream, version }: StreamReference) => {
  const view = useStreamView()
  const page =
    version === undefined
      ? view.pageOf(stream)
      : eventPage(view, { streamType: stream.type, streamId: stream.id, version })
  const name = (
    <>
      {`${stream.type} `}
      <ShortId id={stream.id} />
      {version !== undefined && ` at version ${version}`}
    </>
  )
  if (!page) return <span>{name}</span>
  return (
    <Link href={page} prefetch={false} className={textLinkStyle}>
      {name}
    </Link>
  )
}
