import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { MyOrders } from '@/components/shop/my-orders/my-orders'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { SiteHeader } from '@/components/shop/site/site-header'
import { linkStyle } from '@/components/ui/link-style'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

export const metadata: Metadata = { title: 'Your orders' }

const pageSize = 50

export default async function MyOrdersPage() {
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage('/account/orders'))
  const page = await getContext().readModels.orders({ customerId: identity.userId, limit: pageSize })
  return (
    <>
      <SiteHeader identity={identity} />
      <main id="main" className="mx-auto max-w-4xl px-4 py-8 sm:px-6 lg:px-8">
        <h1 className="mb-6 font-display text-5xl leading-none">Your orders</h1>
        <MyOrders customerId={identity.userId} first={page} />
        <p className="pt-8">
          <Link href="/" className={linkStyle}>
            Back to the shop
          </Link>
        </p>
      </main>
    </>
  )
}
