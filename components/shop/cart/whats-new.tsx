import { lineKey } from '@/lib/shop/cart/lines'
import { cartTotal } from '@/lib/shop/cart/state'
import type { Money } from '@/lib/shop/money'
import { ChangeRow } from './change-row'
import { TotalChange } from './total-change'
import type { SeenCart } from './use-seen'

interface WhatsNewProps {
  readonly cart: SeenCart
  /** What was refused for it: "checked out". */
  readonly closed: string
  /** What it came to in all when it was seen, where it comes to something else by now. */
  readonly seenToPay?: Money | undefined
  readonly toPay?: Money | undefined
}

/** What is new in a cart since one looked, before it is closed: line by line, and what it comes to. */
export const WhatsNew = ({ cart, closed, seenToPay, toPay }: WhatsNewProps) => {
  const { seen, now, changes, wasRefused, isBehind } = cart
  const isNews = changes.length > 0 || wasRefused
  return (
    <div role="status" aria-label="What is new">
      {isNews && (
        <div className="mb-6 border-danger border-l-2 pl-4">
          <p className="text-md">
            {wasRefused && `The cart was not ${closed}. `}
            {changes.length === 0 && seenToPay && toPay
              ? 'It comes to something else by now, with discount, shipping and tax:'
              : words(changes.length > 0, isBehind)}
          </p>
          {changes.length === 0 && seenToPay && toPay && (
            <TotalChange before={seenToPay} after={toPay} className="pt-1" />
          )}
          {changes.length > 0 && (
            <>
              <ul aria-label="Changes" className="scroll-quiet max-h-[30dvh] overflow-y-auto pt-1">
                {changes.map((change) => (
                  <li key={lineKey(change.item)}>
                    <ChangeRow change={change} voice="comparing" />
                  </li>
                ))}
              </ul>
              <TotalChange
                before={cartTotal({ ...now, items: seen })}
                after={cartTotal(now)}
                className="pt-1"
              />
            </>
          )}
        </div>
      )}
    </div>
  )
}

const words = (hasChanges: boolean, isBehind: boolean): string => {
  if (hasChanges) return 'It has changed since you looked:'
  return isBehind
    ? 'It has changed since you looked. What is new is being fetched.'
    : 'It changed meanwhile, and holds again what you saw.'
}
