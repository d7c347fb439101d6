import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { OrderState } from '@/lib/shop/order/state'
import { kept } from '@/lib/shop/order/state'
import type { BoughtAgain } from '@/lib/shop/order/wire/bought-again'
import { Button } from '../../ui/button'
import { linkStyle } from '../../ui/link-style'
import { unreachable } from '../site/unreachable'
import { CancelDialog } from './cancel-dialog'
import { ReturnDialog } from './return-dialog'

interface MyOrderActionsProps {
  readonly order: OrderState
  readonly buyAgain: () => Promise<BoughtAgain>
}

/** What a customer can do with an order of theirs. */
export const MyOrderActions = ({ order, buyAgain }: MyOrderActionsProps) => {
  const [asking, setAsking] = useState<'cancel' | 'return'>()
  const close = () => setAsking(undefined)
  const isCancellable =
    (order.status === 'placed' || order.status === 'confirmed') && order.shipments.length === 0
  const isReturnable = order.lines.some((line) => kept(line) - line.returning > 0)
  return (
    <div className="grid justify-items-start gap-3 pt-8">
      <BuyAgainButton buyAgain={buyAgain} />
      {isReturnable && <Button onClick={() => setAsking('return')}>Return something…</Button>}
      {isCancellable && (
        <Button variant="danger" onClick={() => setAsking('cancel')}>
          Cancel the order…
        </Button>
      )}
      {order.isConfirmed && (
        <Link href={`/account/orders/${order.id}/invoice`} className={linkStyle}>
          Invoice
        </Link>
      )}
      <CancelDialog orderId={order.id} isOpen={asking === 'cancel'} onClose={close} />
      <ReturnDialog order={order} isOpen={asking === 'return'} onClose={close} />
    </div>
  )
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' })

const BuyAgainButton = ({ buyAgain }: Pick<MyOrderActionsProps, 'buyAgain'>) => {
  const [words, setWords] = useState('')
  const [isBusy, setBusy] = useState(false)
  const router = useRouter()
  const buy = async () => {
    setBusy(true)
    const answer = await buyAgain().catch(() => undefined)
    setBusy(false)
    if (!answer) return setWords(unreachable)
    if (answer.type === 'signedOut') return setWords('You are signed out. Sign in to go on.')
    if (answer.left.length > 0)
      return setWords(`${listed.format(answer.left)} could not be put into your cart.`)
    router.push('/')
  }
  return (
    <div>
      <Button aria-disabled={isBusy} onClick={() => !isBusy && void buy()}>
        Buy again
      </Button>
      <p role="status" className="pt-1.5 text-danger text-sm empty:hidden">
        {words}
      </p>
    </div>
  )
}
