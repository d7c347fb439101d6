import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { Button } from '../../ui/button'
import { couldNot } from './request-words'

interface ParkedNoticeProps {
  readonly session: Pick<CartSession, 'parked' | 'sendParked' | 'dropParked'>
}

/** What the shop fails on, with what one can do about it. */
export const ParkedNotice = ({ session: { parked, sendParked, dropParked } }: ParkedNoticeProps) => {
  const isOne = parked.length === 1
  return (
    <section aria-label="Not sent" className="border-line border-b px-4 py-2 text-sm sm:px-6">
      <div role="alert" className="text-danger">
        <p className="font-medium">
          {isOne ? 'The shop fails on one change. It is kept.' : 'The shop fails on this. It is kept.'}
        </p>
        <ul>
          {parked.map(({ commandId, request, productName }) => (
            <li key={commandId}>{couldNot(request, productName)}.</li>
          ))}
        </ul>
      </div>
      <div className="flex gap-2 py-1.5">
        <Button size="sm" onClick={sendParked}>
          Try again
        </Button>
        <Button size="sm" onClick={dropParked}>
          {isOne ? 'Give it up' : 'Give them up'}
        </Button>
      </div>
    </section>
  )
}
