import { answer } from '../../../kit/server/http/operation'
import { steer } from '../../../kit/server/relay/steer'
import { targetStates } from '../../../kit/server/relay/target-states'
import { waitingEvents } from '../../../kit/server/relay/waiting-events'
import { getRelay, getRelayWaiting, postRelay } from '../../../kit/wire/api-relay'
import type { ServerContext } from '../shared-context'
import { on } from './on'
import { refuseAbsent } from './refusal'

/** What the API tells of the relay, and does with it. */
export const relayOperations = ({ pool, store, relayTargets, log }: ServerContext) => {
  const isKnown = (target: string) => relayTargets.some(({ name }) => name === target)
  return [
    on(getRelay, async () => answer({ targets: await targetStates(pool, relayTargets) })),
    on(getRelayWaiting, async ({ params: { target }, query: { after, limit } }) => {
      if (!isKnown(target)) return refuseAbsent('TargetNotFound')
      const found = await waitingEvents(pool, target, { after, limit: limit + 1 })
      const events = found.slice(0, limit)
      return answer({ events, next: found.length > limit ? (events.at(-1)?.position ?? null) : null })
    }),
    on(postRelay, async ({ params: { target }, body, identity }) => {
      if (!isKnown(target)) return refuseAbsent('TargetNotFound')
      const done = await steer({ sql: pool, store }, target, body)
      log.info({ target, request: body, by: identity.userId, ...done }, 'The relay was steered')
      return answer(done)
    }),
  ]
}
