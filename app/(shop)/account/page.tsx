import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { PasswordForm } from '@/components/shop/account/password-form'
import { ReminderChoice } from '@/components/shop/reminders/reminder-choice'
import { SiteHeader } from '@/components/shop/site/site-header'
import { head } from '@/lib/kit/server/aggregates/moment'
import { storedCustomer } from '@/lib/shop/customer/wire/stored-customer'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { changePassword, setReminders } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const identity = await currentIdentity()
  if (!identity || identity.isGuest) redirect('/sign-in?next=/account')
  const customer = await getContext().aggregates.at(storedCustomer, identity.userId, head)
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
        <ReminderChoice mayRemind={customer.state.mayRemind} setReminders={setReminders} />
      </AccountFrame>
    </>
  )
}
