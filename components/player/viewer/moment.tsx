'use client'

import { useEventAt } from '@/lib/kit/client/stream-log/use-window'
import { formatCount } from '../../ui/format'
import { Time } from '../../ui/time'
import type { PanelProps } from '../view/stream-view'

interface MomentProps {
  readonly session: Parameters<typeof useEventAt>[0]
  readonly playhead: Pick<PanelProps['playhead'], 'isLive' | 'version'>
}

/** Which moment of a stream is shown: now, or a version of the past. */
export const Moment = ({ session, playhead: { isLive, version } }: MomentProps) => {
  const at = useEventAt(session, version)?.occurredAt
  if (isLive) return <p>{`Now, at version ${formatCount(version)}`}</p>
  return (
    <p>
      <strong className="font-medium">{`As it was at version ${formatCount(version)}`}</strong>
      {at && (
        <>
          {' · '}
          <Time iso={at} format="full" className="whitespace-nowrap" />
        </>
      )}
      {version === 0 && ' · before anything happened'}
    </p>
  )
}
