'use server'

import { steer } from '@/lib/kit/server/relay/steer'
import { type RelayRequest, relayRequest } from '@/lib/kit/wire/api-relay'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'
import type { SteerAnswer } from '@/lib/shop/wire/steer-answer'

/** Pauses a target of the relay or lets it go on, tries again what waits, or sends it again what it was sent. */
export async function steerTarget(name: string, raw: RelayRequest): Promise<SteerAnswer> {
  const parsed = parseInput(relayRequest, raw)
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { pool, store, relayTargets, log } = getContext()
  // Which targets there are is for staff to know alone.
  if (identity.role !== 'staff' || !relayTargets.some((target) => target.name === name)) {
    return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  }
  const answer = await steer({ sql: pool, store }, name, parsed.value)
  log.info({ target: name, request: parsed.value, by: identity.userId, ...answer }, 'The relay was steered')
  return { type: 'steered', ...answer }
}
