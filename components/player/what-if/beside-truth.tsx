import { lineChanges } from '@/lib/shop/cart/line-changes'
import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import { WordsView } from '../../shop/cart/view/words-view'
import { cn } from '../../ui/cn'
import { formatMoney } from '../../ui/format'
import { madeUp } from './made-up'

interface BesideTruthProps {
  readonly truth: CartState
  readonly branch: CartState
  /** What the branch is held against: "Truth", or the file it was read from. */
  readonly name: string
}

/** The branch at one step, beside what truly was: what differs in the shop's words, and both totals. */
export const BesideTruth = ({ truth, branch, name }: BesideTruthProps) => {
  const isAlike = truth.status === branch.status && lineChanges(truth.items, branch.items).length === 0
  return (
    <section aria-label="Branch beside truth" className="flex min-h-0 flex-1 flex-col">
      <div className="grid grid-cols-2 border-line border-b">
        <Side name={name} cart={truth} />
        <Side name="Branch" cart={branch} isMadeUp />
      </div>
      {isAlike ? (
        <p className="grid flex-1 place-content-center px-6 py-6 text-center font-display text-2xl leading-tight">
          Just as it was
        </p>
      ) : (
        <WordsView before={truth} after={branch} />
      )}
    </section>
  )
}

interface SideProps {
  readonly name: string
  readonly cart: CartState
  readonly isMadeUp?: boolean
}

const Side = ({ name, cart, isMadeUp }: SideProps) => (
  <p className={cn('px-4 py-2.5 sm:px-6', isMadeUp && madeUp)}>
    <span className="flex items-baseline gap-x-2 text-xs text-muted">
      <span className="truncate">{name}</span>
      <span className="font-mono text-xs tabular-nums">{`v${cart.version}`}</span>
    </span>
    <span className="block font-display text-2xl leading-tight tabular-nums">
      {formatMoney(cartTotal(cart))}
    </span>
  </p>
)
