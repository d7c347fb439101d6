'use server'

import { id as mailId } from '@/lib/kit/wire/text'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import type { RetryMailAnswer } from '@/lib/shop/wire/shown-mail'

/** Lets one mail be sent again, or all that were refused. */
export async function retryMail(id?: string): Promise<RetryMailAnswer> {
  const identity = await currentIdentity()
  if (identity?.role !== 'staff') return { type: 'notAllowed' }
  if (!mailId.optional().safeParse(id).success) return { type: 'tried', count: 0 }
  return { type: 'tried', count: await getContext().mail.retry(id) }
}
