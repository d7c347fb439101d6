import { StreamHeading } from '@/components/player/viewer/stream-heading'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { PanelProps } from '../../player/view/stream-view'
import { Whose } from './whose'

/** Which stream it is, for staff, with the way to the customer whose it is. */
export const OwnedHeading = ({ session, playhead }: PanelProps) => {
  const owner = ownerIn(session.type.streamType, session.log.history.head)
  return (
    <StreamHeading session={session} playhead={playhead}>
      {owner && <Whose customerId={owner} />}
    </StreamHeading>
  )
}

/** Where a state names the customer. */
const fields: Readonly<Record<string, string>> = { account: 'owner', order: 'customerId', customer: 'id' }

const ownerIn = (streamType: string, state: Versioned): string | undefined => {
  const field = fields[streamType]
  const named: unknown = field && Object.entries(state).find(([name]) => name === field)?.[1]
  return typeof named === 'string' && named !== '' ? named : undefined
}
