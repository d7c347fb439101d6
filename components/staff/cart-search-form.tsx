import { Search } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { type CartsSearch, cartStatuses, cartsHref } from './cart-search'
import { statusLooks } from './status-badge'

/** Finds carts by the beginning of an id, and by how they stand. */
export const CartSearchForm = ({ search }: { readonly search: CartsSearch }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
    <Form action="/carts" role="search" className="relative w-full sm:w-96">
      <Search aria-hidden className="absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted" />
      <input
        key={search.q}
        type="search"
        name="q"
        defaultValue={search.q}
        maxLength={64}
        aria-label="Find a cart by its id or its customer's"
        placeholder="Cart or customer id"
        autoComplete="off"
        spellCheck={false}
        className="h-11 w-full rounded-md border border-edge bg-card pr-3 pl-10 font-mono text-sm placeholder:font-sans placeholder:text-muted"
      />
      {search.status && <input type="hidden" name="status" value={search.status} />}
    </Form>
    <nav aria-label="Status" className="-mx-2 flex flex-wrap">
      <StatusLink search={search} status={undefined} name="All" />
      {cartStatuses.map((status) => (
        <StatusLink key={status} search={search} status={status} name={statusLooks[status].name} />
      ))}
    </nav>
  </div>
)

interface StatusLinkProps {
  readonly search: CartsSearch
  readonly status: CartsSearch['status']
  readonly name: string
}

const StatusLink = ({ search, status, name }: StatusLinkProps) => {
  const chosen = search.status === status
  return (
    <Link
      href={cartsHref({ q: search.q, status })}
      aria-current={chosen ? 'true' : undefined}
      className={cn(
        'inline-flex min-h-11 items-center border-b-2 px-2.5 text-sm',
        chosen ? 'border-accent font-medium' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {name}
    </Link>
  )
}
