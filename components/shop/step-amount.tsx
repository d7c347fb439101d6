import { type Money, money } from '@/lib/shop/money'
import { formatDifference, formatMoney } from './money-format'

interface StepAmountProps {
  /** What the amount is called. */
  readonly name: string
  readonly branch: Money
  /** In the branch's currency. */
  readonly truth: Money
}

/** An amount after a step of a branch, and by how much it is another than the true one. */
export const StepAmount = ({ name, branch, truth }: StepAmountProps) => {
  const difference = money(branch.amount - truth.amount, branch.currency)
  return (
    <span className="whitespace-nowrap text-right font-mono text-xs tabular-nums leading-snug">
      <span className="sr-only">{`${name} `}</span>
      {formatMoney(branch)}
      {difference.amount !== 0 && (
        <span className="block text-xs text-ink">
          <span className="sr-only">against truth </span>
          {formatDifference(difference)}
        </span>
      )}
    </span>
  )
}
