import Link from 'next/link'
import { formatMoney } from '@/components/shop/money-format'
import { count } from '@/components/ui/format'
import { Time } from '@/components/ui/time'
import type { CartListItem } from '@/lib/shop/cart/wire/cart-list'
import { ShortId } from '../../ui/short-id'
import { streamPage } from '../stream-page'
import { CartMatches } from './cart-matches'
import { StatusBadge } from './status-badge'

/** The same carts where a table would not fit. */
export const CartList = ({ carts }: { readonly carts: readonly CartListItem[] }) => (
  <ul className="border-ink border-t md:hidden">
    {carts.map((cart) => (
      <li key={cart.cartId} className="relative border-line border-b py-3.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link
            href={streamPage({ type: 'cart', id: cart.cartId })}
            prefetch={false}
            className="underline decoration-line underline-offset-4 after:absolute after:inset-0"
          >
            <ShortId id={cart.cartId} />
          </Link>
          <span className="font-mono text-md tabular-nums">{formatMoney(cart.total)}</span>
        </div>
        <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
          <StatusBadge status={cart.status} />
          <span>{`${count(cart.itemCount, 'item')}, ${count(cart.version, 'event')}`}</span>
        </div>
        <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
          <ShortId id={cart.customerId} />
          <Time iso={cart.createdAt} format="full" className="font-mono text-xs tabular-nums" />
        </div>
        <CartMatches matches={cart.matches} />
      </li>
    ))}
  </ul>
)
