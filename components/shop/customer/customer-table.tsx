import Link from 'next/link'
import type { CustomerListItem } from '@/lib/shop/customer/wire/customer-list'
import { formatCount } from '../../ui/format'
import { textLinkStyle } from '../../ui/link-style'
import { ShortId } from '../../ui/short-id'
import { Time } from '../../ui/time'
import { customerPage } from './customer-page'
import { CustomerStatusMark } from './customer-status'
import { spentText } from './spent-text'

/** Customers as lines of a ledger; where there is no room without what can be seen of the one. */
export const CustomerTable = ({ customers }: { readonly customers: readonly CustomerListItem[] }) => (
  <div className="@container overflow-x-auto">
    <table className="w-full border-collapse text-left text-md">
      <thead>
        <tr className="border-ink border-b text-sm text-muted [&_th]:py-2.5 [&_th]:pr-4 [&_th]:font-normal">
          <th scope="col">Customer</th>
          <th scope="col">Status</th>
          <th scope="col" className="text-right @max-[30rem]:hidden">
            Carts
          </th>
          <th scope="col" className="text-right @max-[25rem]:hidden">
            Spent
          </th>
          <th scope="col" className="pr-0! text-right @max-[44rem]:hidden">
            Since
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:py-3 [&_td]:pr-4 [&_td]:align-baseline">
        {customers.map(({ customerId, name, email, customerNumber, status, carts, spent, since }) => (
          <tr key={customerId} className="relative border-line border-b hover:bg-card">
            <td className="wrap-anywhere">
              <Link
                href={customerPage(customerId)}
                prefetch={false}
                className={`${textLinkStyle} after:absolute after:inset-0`}
              >
                {name ?? customerNumber ?? <ShortId id={customerId} />}
              </Link>
              {email && <div className="text-sm text-muted">{email}</div>}
            </td>
            <td>
              <CustomerStatusMark status={status} />
            </td>
            <td className="text-right font-mono text-sm tabular-nums @max-[30rem]:hidden">
              {formatCount(carts)}
            </td>
            <td className="text-right font-mono text-sm tabular-nums @max-[25rem]:hidden">
              {spentText(spent)}
            </td>
            <td className="pr-0! text-right font-mono text-sm text-muted tabular-nums @max-[44rem]:hidden">
              <Time iso={since} format="full" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
