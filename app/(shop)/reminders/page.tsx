import type { Metadata } from 'next'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { StopReminders } from '@/components/shop/reminders/stop-reminders'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'

export const metadata: Metadata = { title: 'Reminders' }

export default async function RemindersPage() {
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <AccountFrame title="Reminders." words="One mail about a cart that you left things in, and no other.">
        <StopReminders />
      </AccountFrame>
    </>
  )
}
