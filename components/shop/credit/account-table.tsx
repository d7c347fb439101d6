import Link from 'next/link'
import type { AccountSummary } from '@/lib/shop/account/wire/account-summary'
import { formatCount } from '../../ui/format'
import { textLinkStyle } from '../../ui/link-style'
import { ShortId } from '../../ui/short-id'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'
import { streamPage } from '../stream-page'
import { statusNames } from './status-names'

/** Accounts as lines of a ledger; where there is no room without what can be seen in the account. */
export const AccountTable = ({ accounts }: { readonly accounts: readonly AccountSummary[] }) => (
  <div className="@container overflow-x-auto">
    <table className="w-full border-collapse text-left text-md">
      <thead>
        <tr className="border-ink border-b text-sm text-muted [&_th]:py-2.5 [&_th]:pr-4 [&_th]:font-normal">
          <th scope="col">Account of</th>
          <th scope="col">Status</th>
          <th scope="col" className="text-right">
            Balance
          </th>
          <th scope="col" className="text-right @max-[25rem]:hidden">
            Moved
          </th>
          <th scope="col" className="pr-0! text-right @max-[36rem]:hidden">
            Last activity
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:py-3 [&_td]:pr-4 [&_td]:align-baseline">
        {accounts.map(({ accountId, owner, status, balance, transactions, lastActivityAt }) => (
          <tr key={accountId} className="relative border-line border-b hover:bg-card">
            <td className="whitespace-nowrap">
              <Link
                href={streamPage({ type: 'account', id: accountId })}
                prefetch={false}
                className={`${textLinkStyle} after:absolute after:inset-0`}
              >
                <ShortId id={owner} />
              </Link>
            </td>
            <td className="text-muted">{statusNames[status]}</td>
            <td className="text-right font-mono text-sm tabular-nums">{formatMoney(balance)}</td>
            <td className="text-right font-mono text-sm tabular-nums @max-[25rem]:hidden">
              {formatCount(transactions)}
            </td>
            <td className="pr-0! text-right font-mono text-sm text-muted tabular-nums @max-[36rem]:hidden">
              <Time iso={lastActivityAt} format="full" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
