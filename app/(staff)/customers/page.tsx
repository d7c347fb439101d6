import type { Metadata } from 'next'
import Link from 'next/link'
import { customersHref, parseCustomerSearch } from '@/components/shop/customer/customer-search'
import { CustomerTable } from '@/components/shop/customer/customer-table'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { Button } from '@/components/ui/button'
import { linkStyle } from '@/components/ui/link-style'
import { TextField } from '@/components/ui/text-field'
import { viewPath } from '@/lib/kit/wire/view-link'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'

export const metadata: Metadata = { title: 'Customers' }

const pageSize = 50

interface CustomersPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const params = await searchParams
  const identity = await staffIdentity(viewPath('/customers', params))
  const { q, before } = parseCustomerSearch(params)
  const { customers, next } = await getContext().readModels.profiles({ q, before, limit: pageSize })
  return (
    <StaffPage identity={identity}>
      <h1 className="mb-6 font-display text-5xl leading-none">Customers</h1>
      <form action="/customers" className="mb-4 flex items-end gap-3 sm:max-w-lg">
        <TextField
          label="Find"
          hint="A whole e-mail address, the number another system has, or how an id begins."
          name="q"
          defaultValue={q}
          autoComplete="off"
          className="min-w-0 grow"
        />
        <Button type="submit" className="mb-7">
          Find
        </Button>
      </form>
      {customers.length > 0 ? (
        <CustomerTable customers={customers} />
      ) : (
        <div className="py-16 text-center">
          <p className="font-display text-3xl">{q === '' ? 'No customers yet' : 'Nobody was found'}</p>
          <p className="mx-auto mt-2 max-w-sm text-balance text-muted text-md">
            {q === ''
              ? 'Who signs up stands here from then on. Guests don’t; their carts are among the carts.'
              : 'Names can’t be searched: they stand sealed in the log.'}
          </p>
        </div>
      )}
      {next !== null && (
        <p className="py-6">
          <Link href={customersHref({ q, before: next })} className={linkStyle}>
            Earlier customers
          </Link>
        </p>
      )}
    </StaffPage>
  )
}
