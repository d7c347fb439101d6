import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AccountTable } from '@/components/shop/credit/account-table'
import { CustomerFacts } from '@/components/shop/customer/customer-facts'
import { customerPage } from '@/components/shop/customer/customer-page'
import { CustomerProfilePanel } from '@/components/shop/customer/customer-profile'
import { CustomerSection } from '@/components/shop/customer/customer-section'
import { CustomerStatusMark } from '@/components/shop/customer/customer-status'
import { OrderLinesOf } from '@/components/shop/customer/order-lines-of'
import { CartList } from '@/components/shop/staff/cart-list'
import { cartsHref } from '@/components/shop/staff/cart-search'
import { CartTable } from '@/components/shop/staff/cart-table'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { streamPage } from '@/components/shop/stream-page'
import { linkStyle } from '@/components/ui/link-style'
import { isErased } from '@/lib/kit/kernel/erased'
import { id } from '@/lib/kit/wire/text'
import { parseCartQuery } from '@/lib/shop/cart/wire/search/parse'
import { readProfile } from '@/lib/shop/customer/server/read-profile'
import type { Context } from '@/lib/shop/server/context'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../../staff-identity'
import { change } from '../actions'

export const metadata: Metadata = { title: 'Customer' }

interface CustomerPageProps {
  readonly params: Promise<{ customerId: string }>
}

/** So many of each are shown here; the others have pages of their own. */
const most = 10

const openCustomer = async ({ readModels, aggregates }: Context, customerId: string) => {
  const cartQuery = parseCartQuery(`customer:${customerId}`)
  const query = cartQuery.type === 'parsed' ? cartQuery.query : []
  const [customer, profile, carts, { orders }, { accounts }] = await Promise.all([
    readModels.customer(customerId),
    readProfile(aggregates, customerId),
    readModels.carts({ query, limit: most }),
    readModels.orders({ customerId, limit: most }),
    readModels.accounts({ owner: customerId, limit: most }),
  ])
  return customer && { customer, profile, carts: carts.type === 'found' ? carts.carts : [], orders, accounts }
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  const customerId = id.safeParse((await params).customerId).data
  if (!customerId) notFound()
  const identity = await staffIdentity(customerPage(customerId))
  const opened = await openCustomer(getContext(), customerId)
  if (!opened) notFound()
  const { customer, profile, carts, orders, accounts } = opened
  const name = profile?.name
  return (
    <StaffPage identity={identity}>
      <h1 className="font-display text-5xl leading-none wrap-anywhere">
        {name && !isErased(name) ? name : (profile?.imported?.customerNumber ?? 'Guest')}
      </h1>
      <p className="mt-2 mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
        <span className="font-mono wrap-anywhere">{customerId}</span>
        {profile && <CustomerStatusMark status={profile.status} />}
        {profile && (
          <Link
            href={streamPage({ type: 'customer', id: customerId })}
            prefetch={false}
            className={linkStyle}
          >
            Their record
          </Link>
        )}
      </p>
      <CustomerFacts customer={customer} profile={profile} />
      {profile && (
        <CustomerSection title="What is known of them" none="">
          <div className="pt-5">
            <CustomerProfilePanel customerId={customerId} profile={profile} change={change} />
          </div>
        </CustomerSection>
      )}
      <CustomerSection title="Orders" none="They have ordered nothing yet.">
        {orders.length > 0 && <OrderLinesOf orders={orders} />}
      </CustomerSection>
      <CustomerSection
        title="Carts"
        none="They have had no cart yet."
        all={{ href: cartsHref({ q: `customer:${customerId}` }), name: 'All their carts' }}
      >
        {carts.length > 0 && (
          <>
            <CartTable carts={carts} />
            <CartList carts={carts} />
          </>
        )}
      </CustomerSection>
      <CustomerSection title="Store credit" none="They were given none yet.">
        {accounts.length > 0 && <AccountTable accounts={accounts} />}
      </CustomerSection>
      <p className="py-6">
        <Link href={`/accounts?customer=${encodeURIComponent(customerId)}`} className={linkStyle}>
          Give credit
        </Link>
      </p>
    </StaffPage>
  )
}
