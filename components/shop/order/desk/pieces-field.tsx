import { useId } from 'react'
import { named } from '@/components/ui/named'
import type { OrderLine } from '@/lib/shop/order/state'

interface PiecesFieldProps {
  readonly line: OrderLine
  readonly available: number
  readonly begins: 'all' | 'none'
  readonly most: number | undefined
}

/** How many pieces of a line. */
export const PiecesField = ({ line: { lineId, productName }, available, begins, most }: PiecesFieldProps) => {
  const id = useId()
  return (
    <div className="flex items-center gap-4">
      <label htmlFor={id} title={productName} className="wrap-anywhere line-clamp-2 min-w-0 flex-1 text-md">
        {named(productName)}
      </label>
      <span className="flex items-baseline gap-2 font-mono text-sm tabular-nums">
        <input
          id={id}
          name={`line-${lineId}`}
          type="number"
          inputMode="numeric"
          min={0}
          max={most ?? available}
          defaultValue={begins === 'all' ? available : 0}
          className="h-9 w-16 border-edge border-b bg-transparent text-right text-lg outline-none focus:border-accent focus:shadow-[0_1px_0_var(--accent)] pointer-coarse:h-11"
        />
        {most === undefined && <span className="whitespace-nowrap text-muted">of {available}</span>}
      </span>
    </div>
  )
}
