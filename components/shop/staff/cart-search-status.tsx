import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { type CartsSearch, cartsHref } from './cart-search'

interface CartSearchStatusProps {
  readonly search: CartsSearch
  readonly status: CartsSearch['status']
  readonly name: string
}

/** The same search among the carts of one status. */
export const CartSearchStatus = ({ search, status, name }: CartSearchStatusProps) => {
  const chosen = search.status === status
  return (
    <Link
      href={cartsHref({ q: search.q, status })}
      aria-current={chosen ? 'true' : undefined}
      className={cn(
        'inline-flex min-h-11 min-w-11 items-center justify-center border-b-2 px-2.5 text-md',
        chosen ? 'border-accent font-medium' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {name}
    </Link>
  )
}
