'use server'

import { retryRequest } from '@/lib/kit/wire/api-processes'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { parseInput } from '@/lib/shop/server/parse-input'
import { getContext } from '@/lib/shop/server/shared-context'
import type { RetryAnswer } from '@/lib/shop/wire/retry-answer'

/** Has what a process could not do tried again: what stands at a position, or all of it. */
export async function retryProcess(name: string, raw: { readonly position?: number }): Promise<RetryAnswer> {
  const parsed = parseInput(retryRequest, raw)
  if (parsed.type === 'rejected') return parsed
  const identity = await currentIdentity()
  if (!identity) return { type: 'signedOut' }
  const { processes, log } = getContext()
  if (identity.role !== 'staff' || !processes.desk.has(name)) {
    return { type: 'rejected', rejection: { type: 'NotAllowed' } }
  }
  const retried = await processes.desk.retry(name, parsed.value.position)
  log.info({ process: name, ...parsed.value, by: identity.userId, retried }, 'A process tries again')
  return { type: 'retried', retried }
}
