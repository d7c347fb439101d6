'use client'

import { Ban } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { type CartState, cartTotal } from '@/lib/shop/cart/state'
import type { CartBranch } from '@/lib/shop/cart/what-if-cart'
import { money } from '@/lib/shop/money'
import { judgementWords } from '../../shop/cart/view/judgement-words'
import type { ProductNames } from '../../shop/cart/view/product-names'
import { sentence } from '../../shop/cart/view/sentence'
import { cn } from '../../ui/cn'
import { formatDifference, formatMoney } from '../../ui/format'
import { KindMark } from '../timeline/kind-mark'

interface BranchRowProps {
  readonly step: CartBranch['steps'][number]
  readonly outcome: CartBranch['outcomes'][number]
  /** Truth at the same place. */
  readonly beside: CartState
  readonly place: number
  readonly names: ProductNames
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onSkip: (skipped: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** What can be done with it, while it is selected. */
  readonly children: ReactNode
}

/** One step of a branch: whether it happens, what it is, what the rules make of it, and what the cart then comes to. */
export const BranchRow = (props: BranchRowProps) => {
  const { step, outcome, beside, place, names, isSelected } = props
  const event = step.events.at(-1)
  if (!event) return null
  const { judgement, state } = outcome
  const productId = 'productId' in event.data ? event.data.productId : undefined
  const words = judgementWords(judgement, names, productId)
  const happens =
    judgement.type === 'accepted' || judgement.type === 'adjusted' || judgement.type === 'waived'
  const isRefused = judgement.type === 'refused'
  const told = sentence(event, names)
  return (
    <div
      className={cn(
        'grid grid-cols-[2.75rem_auto_1fr] border-l-[3px]',
        isSelected ? 'border-accent bg-sunken/60' : 'border-transparent',
      )}
    >
      <label className="grid min-h-12 cursor-pointer place-items-center">
        <input
          type="checkbox"
          className="size-4 accent-accent pointer-coarse:size-5"
          checked={!step.skipped}
          onChange={({ target }) => props.onSkip(!target.checked)}
          aria-label={`Step ${place} happens: ${told}`}
        />
      </label>
      <KindMark type={event.type} stage={happens ? 'happened' : 'ahead'} />
      <div className="min-w-0 pr-3 pl-3">
        <button
          type="button"
          data-step={step.id}
          aria-pressed={isSelected}
          onClick={props.onSelect}
          onKeyDown={props.onKeyDown}
          className="grid min-h-12 w-full grid-cols-[1fr_auto] items-center gap-x-3 py-1.5 text-left -outline-offset-2"
        >
          <span className="min-w-0">
            <span
              className={cn(
                'wrap-anywhere block text-pretty text-md leading-snug',
                !happens && 'text-muted line-through decoration-1',
              )}
            >
              {told}
            </span>
            <span className="block font-mono text-xs text-muted tabular-nums leading-relaxed">
              {originOf(step)}
            </span>
            {words && (
              <span
                className={cn(
                  'wrap-anywhere flex items-start gap-1.5 text-xs leading-snug',
                  isRefused ? 'text-danger' : 'text-muted',
                )}
              >
                {isRefused && <Ban aria-hidden className="mt-[3px] size-3 shrink-0" strokeWidth={2.5} />}
                <span>
                  {isRefused && <strong className="font-medium">Refused. </strong>}
                  {words}
                </span>
              </span>
            )}
          </span>
          <StepTotal branch={state} beside={beside} />
        </button>
        {isSelected && props.children}
      </div>
    </div>
  )
}

const originOf = ({ truth, events }: CartBranch['steps'][number]): string => {
  if (!truth) return 'Put in'
  const { version } = truth
  const versions =
    truth.events.length > 1 ? `v${version - truth.events.length + 1}–${version}` : `v${version}`
  return truth.events === events ? versions : `${versions}, edited`
}

const StepTotal = ({ branch, beside }: { readonly branch: CartState; readonly beside: CartState }) => {
  const [total, truth] = [cartTotal(branch), cartTotal(beside)]
  // An empty cart has no currency of its own.
  const { currency } = branch.items.length > 0 ? total : truth
  const difference = money(total.amount - truth.amount, currency)
  return (
    <span className="whitespace-nowrap text-right font-mono text-xs tabular-nums leading-snug">
      <span className="sr-only">Total </span>
      {formatMoney(money(total.amount, currency))}
      {difference.amount !== 0 && (
        <span className="block text-xs text-ink">
          <span className="sr-only">against truth </span>
          {formatDifference(difference)}
        </span>
      )}
    </span>
  )
}
