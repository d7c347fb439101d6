import { answer } from '../../../kit/server/http/operation'
import { getParkedOfProcess, getProcesses, postRetryOfProcess } from '../../../kit/wire/api-processes'
import type { ServerContext } from '../shared-context'
import { on } from './on'
import { refuseAbsent } from './refusal'

/** What the API tells of processes, and has them try again. */
export const processOperations = ({ processes: { desk } }: ServerContext) => [
  on(getProcesses, async () => answer({ processes: await desk.list() })),
  on(getParkedOfProcess, async ({ params: { name }, query: { after, limit } }) => {
    if (!desk.has(name)) return refuseAbsent('ProcessNotFound')
    const found = await desk.parked(name, { after, limit: limit + 1 })
    const parked = found.slice(0, limit).map((each) => ({ ...each, parkedAt: each.parkedAt.toISOString() }))
    return answer({ parked, next: found.length > limit ? (parked.at(-1)?.position ?? null) : null })
  }),
  on(postRetryOfProcess, async ({ params: { name }, body: { position } }) =>
    desk.has(name) ? answer({ retried: await desk.retry(name, position) }) : refuseAbsent('ProcessNotFound'),
  ),
]
