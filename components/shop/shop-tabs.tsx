'use client'

import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { cartTotal, itemCount } from '@/lib/shop/cart/state'
import { cn } from '../ui/cn'
import { connectionName } from '../ui/connection-name'
import { count, formatCount } from '../ui/format'
import { connectionWords } from './cart/connection-words'
import { formatMoney } from './money-format'

export type ShopPane = 'shop' | 'cart' | 'timeline'

interface ShopTabsProps {
  readonly pane: ShopPane
  readonly session: Pick<CartSession, 'optimistic' | 'head' | 'connection' | 'parked' | 'isGuest' | 'unsent'>
  readonly onChange: (pane: ShopPane) => void
}

/** What the cart would say if it were in sight, in a word or two; undefined when all is well. */
const troubleWord = (session: ShopTabsProps['session']): string | undefined => {
  if (session.parked.length > 0) return 'Not sent'
  return connectionWords(session) && connectionName[session.connection]
}

/** On narrow screens: where one is, within a thumb's reach, with what is in the cart always in sight. */
export const ShopTabs = ({ pane, session, onChange }: ShopTabsProps) => {
  const items = itemCount(session.optimistic)
  const trouble = troubleWord(session)
  const tabs = [
    { name: 'shop', title: 'Shop', detail: 'Browse', isTrouble: false },
    {
      name: 'cart',
      title: `Cart${items > 0 ? ` · ${formatCount(items)}` : ''}`,
      detail: trouble ?? formatMoney(cartTotal(session.optimistic)),
      isTrouble: trouble !== undefined,
    },
    { name: 'timeline', title: 'Timeline', detail: count(session.head, 'event'), isTrouble: false },
  ] as const
  return (
    <nav
      aria-label="Views"
      className="fixed inset-x-0 bottom-0 z-40 grid h-(--tabs) grid-cols-[1fr_1.4fr_1fr] border-ink border-t bg-paper pb-[env(safe-area-inset-bottom)] xl:hidden"
    >
      {tabs.map(({ name, title, detail, isTrouble }) => (
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
          <span className={cn('truncate px-1 font-mono text-2xs tabular-nums', isTrouble && 'text-danger')}>
            {detail}
          </span>
        </button>
      ))}
    </nav>
  )
}
