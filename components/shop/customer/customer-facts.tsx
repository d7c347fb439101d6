import type { ReactNode } from 'react'
import { isErased } from '@/lib/kit/kernel/erased'
import type { CustomerProfile } from '@/lib/shop/customer/wire/api-customers'
import type { CustomerSummary } from '@/lib/shop/sales/wire/insights'
import { count } from '../../ui/format'
import { Time } from '../../ui/time'
import { addressText } from '../cart/address-text'
import { spentText } from './spent-text'

interface CustomerFactsProps {
  readonly customer: CustomerSummary
  readonly profile: CustomerProfile | null
}

/** What there is to say of a customer, in short. */
export const CustomerFacts = ({ customer, profile }: CustomerFactsProps) => {
  const { carts, checkedOut, abandoned, spent, firstSeenAt, lastSeenAt } = customer
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(profile ? factsOf(profile) : [['Account', 'None: a guest'] as const]),
    ['Carts', `${count(carts, 'cart')}, ${checkedOut} checked out, ${abandoned} abandoned`],
    ['Spent', spentText(spent)],
    ['First seen', <Time key="first" iso={firstSeenAt} format="full" />],
    ['Last seen', <Time key="last" iso={lastSeenAt} format="full" />],
  ]
  return (
    <dl className="divide-y divide-line border-line border-y text-md">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2.5">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const factsOf = ({ email, phone, address, imported }: CustomerProfile): [string, ReactNode][] => [
  ['E-mail', email === null ? 'None: no account' : isErased(email) ? 'Erased' : email],
  ['Phone', phone === null ? '—' : isErased(phone) ? 'Erased' : phone],
  ['Usual address', address === null ? '—' : addressText(address)],
  ...(imported
    ? [
        ['Known from', `${imported.source} as ${imported.customerNumber}, ${imported.country}`] as [
          string,
          ReactNode,
        ],
      ]
    : []),
]
