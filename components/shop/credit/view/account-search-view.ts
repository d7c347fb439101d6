import type { AccountState } from '@/lib/shop/account/state'
import { minorUnits } from '@/lib/shop/wire/minor-units'
import { anyFilter, type SearchView } from '../../../player/view/search-view'
import { formatMoney } from '../../money-format'

/** How an account's history is searched. */
export const accountSearchView: SearchView<AccountState> = {
  filterPlaceholder: 'Filter: parcel, type:MoneyDeposited, -actor:staff',
  filterExamples: [
    ['"parcel was late"', 'words in what happened'],
    ['type:MoneyDeposited', 'of this type'],
    anyFilter.who,
    anyFilter.within,
    anyFilter.at,
    ['-type:AccountOpened', 'all but these'],
  ],
  conditionPlaceholder: 'balance > 50',
  valuePlaceholder: 'balance',
  readyConditions: ({ balance: { amount, currency } }) => {
    const units = minorUnits(currency)
    const half = Math.max(1, Math.floor(amount / units / 2))
    return [
      {
        name: `Balance over ${formatMoney({ amount: half * units, currency })}`,
        text: `balance > ${half}`,
      },
      { name: 'It is empty', text: 'balance = 0' },
      { name: 'Closed', text: 'status = closed' },
    ]
  },
}
