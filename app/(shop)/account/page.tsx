import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { PasswordForm } from '@/components/shop/account/password-form'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { changePassword } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const identity = await currentIdentity()
  if (!identity || identity.isGuest) redirect('/sign-in?next=/account')
  return (
    <>
      <SiteHeader identity={identity} />
      <AccountFrame
        title="Your account."
        words={
          <>
            <bdi className="block wrap-anywhere text-ink">{identity.name}</bdi>
            <bdi className="block wrap-anywhere">{identity.email}</bdi>
          </>
        }
      >
        <PasswordForm email={identity.email} changePassword={changePassword} />
      </AccountFrame>
    </>
  )
}
