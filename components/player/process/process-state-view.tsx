import { diff } from '@/lib/kit/history/diff'
import type { ProcessRequest } from '@/lib/kit/processes/process-events'
import type { ProcessState } from '@/lib/kit/processes/process-state'
import { StructureView } from '../compare/structure-view'
import type { HintOf } from '../view/plain-sentence'
import { idOf, plainStateView } from '../view/plain-state-view'
import type { Compared, StateView } from '../view/state-view'
import { WaitingFor } from './waiting-for'

type State = ProcessState<unknown>

/** What is waited for now and what no more, then what else differs. */
const ProcessDifference = ({ before, after }: Compared<State>) => {
  const begun = missingFrom(before.waitsFor, after.waitsFor)
  const over = missingFrom(after.waitsFor, before.waitsFor)
  const waitsAlike = begun.length + over.length === 0
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {!waitsAlike && (
        <div className="shrink-0 space-y-2 px-4 pt-2 sm:px-6">
          <Waits name="Waits for now" requests={begun} />
          <Waits name="Waits for no more" requests={over} />
        </div>
      )}
      {(waitsAlike || diff(before.own, after.own, idOf).length > 0) && (
        <StructureView before={ownOf(before)} after={ownOf(after)} />
      )}
    </div>
  )
}

/** How instances of a process are read, and held against each other. */
export const processStateView = (hintOf: HintOf): StateView<State> => ({
  ...plainStateView(hintOf),
  Difference: ProcessDifference,
})

/** Those of some requests that are not among others. */
const missingFrom = (others: readonly ProcessRequest[], requests: readonly ProcessRequest[]) => {
  const ids = new Set(others.map(({ data }) => data.id))
  return requests.filter(({ data }) => !ids.has(data.id))
}

/** What it knows and nothing else: versions always differ. */
const ownOf = ({ own }: State) => ({ own, version: 0 })

interface WaitsProps {
  readonly name: string
  readonly requests: readonly ProcessRequest[]
}

const Waits = ({ name, requests }: WaitsProps) =>
  requests.length === 0 ? null : (
    <section aria-label={name}>
      <h3 className="text-muted text-sm">{name}</h3>
      {requests.map((request) => (
        <WaitingFor key={request.data.id} request={request} />
      ))}
    </section>
  )
