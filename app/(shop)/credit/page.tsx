import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { AccountTable } from '@/components/shop/credit/account-table'
import { SiteHeader } from '@/components/shop/site/site-header'
import { linkStyle } from '@/components/ui/link-style'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

export const metadata: Metadata = { title: 'Your store credit' }

/** Nobody has credit in more currencies than this. */
const most = 50

export default async function CreditPage() {
  const identity = await currentIdentity()
  if (!identity || identity.isGuest) redirect('/sign-in?next=/credit')
  const { accounts } = await getContext().readModels.accounts({ owner: identity.userId, limit: most })
  return (
    <>
      <SiteHeader identity={identity} />
      <AccountFrame
        title="Your store credit."
        words={
          accounts.length > 0
            ? 'What the shop owes you. Open an account to see everything that ever happened in it.'
            : 'The shop owes you nothing. When it does, it stands here.'
        }
      >
        {accounts.length > 0 && <AccountTable accounts={accounts} />}
        <p className="pt-8">
          <Link href="/" className={linkStyle}>
            Back to the shop
          </Link>
        </p>
      </AccountFrame>
    </>
  )
}
