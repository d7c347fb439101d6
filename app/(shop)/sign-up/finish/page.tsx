import type { Metadata } from 'next'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { FinishSignUp } from '@/components/shop/account/finish-sign-up'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { finish, lookAtLink } from './actions'

export const metadata: Metadata = { title: 'Finish signing up' }

export default async function FinishSignUpPage() {
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <AccountFrame title="One more step." words="The address is yours. Now make the account yours, too.">
        <FinishSignUp lookAtLink={lookAtLink} finish={finish} />
      </AccountFrame>
    </>
  )
}
