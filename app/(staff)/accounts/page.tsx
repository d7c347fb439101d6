import type { Metadata } from 'next'
import Link from 'next/link'
import * as z from 'zod'
import { AccountTable } from '@/components/shop/credit/account-table'
import { CreditForm } from '@/components/shop/credit/credit-form'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { linkStyle } from '@/components/ui/link-style'
import { readSeenEvent } from '@/lib/kit/server/access/read-seen-event'
import { viewPath } from '@/lib/kit/wire/view-link'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { credit } from './actions'

export const metadata: Metadata = { title: 'Store credit' }

const pageSize = 50
const before = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)

const asked = z.object({
  customer: z.string().max(200).catch(''),
  for: z.uuid().optional().catch(undefined),
})

interface AccountsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AccountsPage({ searchParams }: AccountsPageProps) {
  const params = await searchParams
  const identity = await staffIdentity(viewPath('/accounts', params))
  const { customer, for: causeEventId } = asked.parse(params)
  const context = getContext()
  const [{ accounts, next }, cause] = await Promise.all([
    context.readModels.accounts({ before: before.parse(params.before), limit: pageSize }),
    causeEventId === undefined ? undefined : readSeenEvent(context, identity, causeEventId),
  ])
  return (
    <StaffPage identity={identity}>
      <h1 className="mb-6 font-display text-5xl leading-none">Store credit</h1>
      <CreditForm key={causeEventId} credit={credit} customer={customer} cause={cause} />
      <section aria-label="Accounts" className="mt-8">
        {accounts.length > 0 ? (
          <AccountTable accounts={accounts} />
        ) : (
          <div className="py-16 text-center">
            <p className="font-display text-3xl">No accounts yet</p>
            <p className="mx-auto mt-2 max-w-sm text-balance text-muted text-md">
              The first stands here as soon as a customer is given credit.
            </p>
          </div>
        )}
        {next !== null && (
          <p className="py-6">
            <Link href={`/accounts?before=${next}`} className={linkStyle}>
              Earlier accounts
            </Link>
          </p>
        )}
      </section>
    </StaffPage>
  )
}
