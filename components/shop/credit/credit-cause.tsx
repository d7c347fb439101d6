import Link from 'next/link'
import { sentenceOf } from '@/components/player/view/told-by-view'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { searchableOf } from '@/lib/shop/wire/searchable-types'
import { textLinkStyle } from '../../ui/link-style'
import { ShortId } from '../../ui/short-id'
import { streamPage } from '../stream-page'
import { viewOf } from '../stream-views'

/** What credit answers for, and the way not to. */
export const CreditCause = ({ cause }: { readonly cause: RecordedEvent }) => {
  const { streamType, streamId, version } = cause
  const type = searchableOf(streamType)
  const view = viewOf(type)
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-md sm:col-span-full">
      <span>
        {'For: '}
        <Link
          href={`${streamPage({ type: streamType, id: streamId })}?v=${version}&e=${version}`}
          className={textLinkStyle}
        >
          {sentenceOf(view, cause, view.namesOf(type.initial(streamId), [cause]))}
        </Link>
        <span className="text-muted">
          {`, ${view.noun} `}
          <ShortId id={streamId} />
        </span>
      </span>
      <Link href="/accounts" className={`${textLinkStyle} text-muted text-sm`}>
        Not for this
      </Link>
    </p>
  )
}
