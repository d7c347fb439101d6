import { type AccountState, heldIn } from '@/lib/shop/account/state'
import { money } from '@/lib/shop/money'
import { NothingDiffers } from '../../../player/compare/nothing-differs'
import type { Compared, StateView } from '../../../player/view/state-view'
import { formatCount } from '../../../ui/format'
import { formatDifference, formatMoney } from '../../money-format'
import { moneyHint } from '../../money-hint'
import { statusNames } from '../status-names'

interface Row {
  readonly name: string
  readonly was: string
  readonly is: string
}

const rowsOf = ({ before, after }: Compared<AccountState>): readonly Row[] =>
  [
    { name: 'The account', was: statusNames[before.status], is: statusNames[after.status] },
    { name: 'Balance', was: formatMoney(before.balance), is: formatMoney(after.balance) },
    { name: 'Kept for orders', was: formatMoney(heldIn(before)), is: formatMoney(heldIn(after)) },
    { name: 'Transactions', was: formatCount(before.transactions), is: formatCount(after.transactions) },
  ].filter(({ was, is }) => was !== is)

/** What differs between two states of an account, in words. */
const AccountDifference = (compared: Compared<AccountState>) => {
  const { before, after } = compared
  const rows = rowsOf(compared)
  if (rows.length === 0) {
    return (
      <NothingDiffers words={before.version === after.version ? undefined : 'The account is the same.'} />
    )
  }
  const { currency } = after.balance
  const moved = money(after.balance.amount - before.balance.amount, currency)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 sm:px-6">
      <dl>
        {rows.map(({ name, was, is }) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2.5">
            <dt className="mr-auto text-md">{name}</dt>
            <dd className="font-mono text-sm text-muted tabular-nums">
              {was} <span aria-hidden>→</span>
              <span className="sr-only">is now</span> <span className="text-ink">{is}</span>
            </dd>
          </div>
        ))}
      </dl>
      {moved.amount !== 0 && before.balance.currency === currency && (
        <p className="py-3 text-right font-display text-2xl leading-none">{formatDifference(moved)}</p>
      )}
    </div>
  )
}

/** How accounts are read, and held against each other. */
export const accountStateView: StateView<AccountState> = {
  Difference: AccountDifference,
  keyOf: () => undefined,
  hintOf: moneyHint,
}
