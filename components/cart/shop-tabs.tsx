'use client'

import { type CartState, cartTotal, itemCount } from '@/lib/domain/cart/state'
import { cn } from '../ui/cn'
import { count, formatCount, formatMoney } from '../ui/format'

export type Pane = 'shop' | 'cart' | 'timeline'

interface ShopTabsProps {
  readonly pane: Pane
  readonly cart: CartState
  readonly head: number
  readonly onChange: (pane: Pane) => void
}

/** On narrow screens: where one is, within a thumb's reach, with what is in the cart always in sight. */
export const ShopTabs = ({ pane, cart, head, onChange }: ShopTabsProps) => {
  const items = itemCount(cart)
  const total = formatMoney(cartTotal(cart))
  const tabs = [
    { name: 'shop', title: 'Shop', detail: 'Browse' },
    { name: 'cart', title: `Cart${items > 0 ? ` · ${formatCount(items)}` : ''}`, detail: total },
    { name: 'timeline', title: 'Timeline', detail: count(head, 'event') },
  ] as const
  return (
    <nav
      aria-label="Views"
      className="fixed inset-x-0 bottom-0 z-40 grid h-(--tabs) grid-cols-[1fr_1.4fr_1fr] border-ink border-t bg-paper pb-[env(safe-area-inset-bottom)] xl:hidden"
    >
      {tabs.map(({ name, title, detail }) => (
        <button
          key={name}
          type="button"
          aria-current={pane === name ? 'page' : undefined}
          onClick={() => onChange(name)}
          className={cn(
            '-mt-px grid content-center gap-0.5 border-t-2 focus-visible:-outline-offset-3',
            pane === name ? 'border-accent' : 'border-transparent text-muted',
          )}
        >
          <span className="truncate px-1 font-medium text-md text-ink">{title}</span>
          <span className="truncate px-1 font-mono text-2xs tabular-nums">{detail}</span>
        </button>
      ))}
    </nav>
  )
}
