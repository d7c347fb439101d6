import Link from 'next/link'
import { formatMoney } from '@/components/shop/money-format'
import { formatCount } from '@/components/ui/format'
import { Time } from '@/components/ui/time'
import type { CartListItem } from '@/lib/shop/cart/wire/cart-list'
import { textLinkStyle } from '../../ui/link-style'
import { ShortId } from '../../ui/short-id'
import { streamPage } from '../stream-page'
import { CartMatches } from './cart-matches'
import { StatusBadge } from './status-badge'

/** Carts as lines of a ledger, where there is room for its columns. */
export const CartTable = ({ carts }: { readonly carts: readonly CartListItem[] }) => (
  <table className="-mx-3 w-[calc(100%+1.5rem)] border-collapse text-left text-md max-md:hidden">
    <thead>
      <tr className="border-ink border-b text-sm text-muted [&_th]:px-3 [&_th]:py-2.5 [&_th]:font-normal">
        <th scope="col">Cart</th>
        <th scope="col">Customer</th>
        <th scope="col">Status</th>
        <th scope="col" className="text-right">
          Items
        </th>
        <th scope="col" className="text-right">
          Total
        </th>
        <th scope="col" className="text-right">
          Events
        </th>
        <th scope="col" className="text-right">
          Created
        </th>
      </tr>
    </thead>
    <tbody className="[&_td]:px-3 [&_td]:py-3 [&_td]:align-baseline">
      {carts.map((cart) => (
        <tr key={cart.cartId} className="relative border-line border-b hover:bg-card">
          <td>
            <Link
              href={streamPage({ type: 'cart', id: cart.cartId })}
              prefetch={false}
              className={`${textLinkStyle} after:absolute after:inset-0`}
            >
              <ShortId id={cart.cartId} />
            </Link>
            <CartMatches matches={cart.matches} />
          </td>
          <td className="text-muted">
            <ShortId id={cart.customerId} />
          </td>
          <td>
            <StatusBadge status={cart.status} />
          </td>
          <td className="text-right font-mono text-sm tabular-nums">{formatCount(cart.itemCount)}</td>
          <td className="text-right font-mono text-sm tabular-nums">{formatMoney(cart.total)}</td>
          <td className="text-right font-mono text-sm tabular-nums">{formatCount(cart.version)}</td>
          <td className="text-right font-mono text-sm text-muted tabular-nums">
            <Time iso={cart.createdAt} format="full" />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
