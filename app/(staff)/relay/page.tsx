import type { Metadata } from 'next'
import { LiveRefresh } from '@/components/shop/staff/live-refresh'
import { NoTargets } from '@/components/shop/staff/relay/no-targets'
import { TargetView } from '@/components/shop/staff/relay/target-view'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { targetStates } from '@/lib/kit/server/relay/target-states'
import { waitingEvents } from '@/lib/kit/server/relay/waiting-events'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { steerTarget } from './actions'

export const metadata: Metadata = { title: 'Relay' }

/** So many of what was refused are shown of each target; the API has the rest. */
const shown = 20

export default async function RelayPage() {
  const identity = await staffIdentity('/relay')
  const { pool, relayTargets } = getContext()
  const targets = await targetStates(pool, relayTargets)
  const refused = await Promise.all(
    targets.map(({ name }) => waitingEvents(pool, name, { after: 0, limit: shown })),
  )
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Relay</h1>
        {targets.length > 0 && <LiveRefresh />}
      </div>
      {targets.length === 0 && <NoTargets />}
      {targets.map((target, nth) => (
        <TargetView
          key={target.name}
          target={target}
          refused={refused[nth] ?? []}
          steer={steerTarget.bind(null, target.name)}
        />
      ))}
    </StaffPage>
  )
}
