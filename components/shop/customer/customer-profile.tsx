import { type Erased, isErased } from '@/lib/kit/kernel/erased'
import type { CustomerProfile } from '@/lib/shop/customer/wire/api-customers'
import { ChangeForm } from './change-form'
import { Reactivate } from './reactivate'
import type { ChangeCustomer } from './use-change'

interface CustomerProfilePanelProps {
  readonly customerId: string
  readonly profile: CustomerProfile
  readonly change: ChangeCustomer
}

const written = (words: string | Erased | null): string => (words === null || isErased(words) ? '' : words)

/** What is known of a customer, to be changed, and whether they are let in. */
export const CustomerProfilePanel = ({ customerId, profile, change }: CustomerProfilePanelProps) => {
  const { status, email, name, phone } = profile
  if (status === 'deactivated') return <Reactivate change={change} customerId={customerId} />
  const common = { change, customerId }
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <ChangeForm {...common} kind="name" value={written(name)} />
      {email !== null && <ChangeForm {...common} kind="email" value={written(email)} />}
      <ChangeForm {...common} kind="phone" value={written(phone)} />
      <ChangeForm {...common} kind="deactivate" value="" />
    </div>
  )
}
