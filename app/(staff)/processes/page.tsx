import type { Metadata } from 'next'
import { LiveRefresh } from '@/components/shop/staff/live-refresh'
import { ProcessSection } from '@/components/shop/staff/processes/process-section'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { retryProcess } from './actions'

export const metadata: Metadata = { title: 'Processes' }

/** So many of what was parked and of what comes next are shown of each process; the API has the rest. */
const shown = { parked: 20, next: 5 }

export default async function ProcessesPage() {
  const identity = await staffIdentity('/processes')
  const { desk } = getContext().processes
  const processes = await Promise.all(
    (await desk.list()).map(async (process) => {
      const [parked, next] = await Promise.all([
        desk.parked(process.name, { limit: shown.parked }),
        desk.next(process.name, shown.next),
      ])
      return { process, parked, next }
    }),
  )
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Processes</h1>
        <LiveRefresh />
      </div>
      {processes.map(({ process, parked, next }) => (
        <ProcessSection
          key={process.name}
          process={process}
          parked={parked.map((each) => ({ ...each, parkedAt: each.parkedAt.toISOString() }))}
          next={next.map((each) => ({ ...each, dueAt: each.dueAt.toISOString() }))}
          retry={retryProcess.bind(null, process.name)}
        />
      ))}
    </StaffPage>
  )
}
