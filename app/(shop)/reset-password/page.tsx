import type { Metadata } from 'next'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { ResetPassword } from '@/components/shop/account/reset-password'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { lookAtLink, resetPassword } from './actions'

export const metadata: Metadata = { title: 'A new password' }

export default async function ResetPasswordPage() {
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <AccountFrame title="A new password." words="From now on it is the only one that opens your account.">
        <ResetPassword lookAtLink={lookAtLink} resetPassword={resetPassword} />
      </AccountFrame>
    </>
  )
}
