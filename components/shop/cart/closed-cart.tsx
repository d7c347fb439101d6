import Link from 'next/link'
import type { CartState } from '@/lib/shop/cart/state'
import { textLinkStyle } from '../../ui/link-style'
import { AbandonedCart } from './abandoned-cart'
import type { closingEvent } from './closing-event'
import { Receipt } from './receipt'

interface ClosedCartProps {
  readonly cart: CartState
  readonly closing: NonNullable<ReturnType<typeof closingEvent>>
  /** Whether the reader is the one who may begin the next cart. */
  readonly canGoOn: boolean
}

/** A cart that stays as it is, and what to do next. */
export const ClosedCart = ({ cart, closing: { event, at }, canGoOn }: ClosedCartProps) => (
  <>
    {event.type === 'CartCheckedOut' ? (
      <Receipt cart={cart} details={event.data} at={at} />
    ) : (
      <AbandonedCart cart={cart} reason={event.data.reason} at={at} />
    )}
    {canGoOn && (
      <p className="border-line border-t px-4 py-4 text-pretty text-muted text-md sm:px-6">
        {cart.idleSince === undefined ? (
          <>
            <strong className="font-medium text-ink">Start a new cart</strong> by adding anything from the
            shop. This one stays as it is
            {event.type === 'CartCheckedOut' && (
              <>
                ; what becomes of it stands{' '}
                <Link href={`/account/orders/${cart.id}`} className={textLinkStyle}>
                  among your orders
                </Link>
              </>
            )}
            .
          </>
        ) : (
          <>
            <strong className="font-medium text-ink">Take it up again</strong> by adding anything from the
            shop.
          </>
        )}
      </p>
    )}
  </>
)
