import type { Metadata } from 'next'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { ForgotPasswordForm } from '@/components/shop/account/forgot-password-form'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { forgotPassword } from './actions'

export const metadata: Metadata = { title: 'Forgotten password' }

export default async function ForgotPasswordPage() {
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <AccountFrame
        title="A new password."
        words="You choose it by a link, which is sent to the address of your account."
      >
        <ForgotPasswordForm forgotPassword={forgotPassword} />
      </AccountFrame>
    </>
  )
}
