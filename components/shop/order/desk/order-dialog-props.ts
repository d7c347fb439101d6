import type { OrderState } from '@/lib/shop/order/state'
import type { Sending } from './use-send'

/** What each dialog of an order is given. */
export interface OrderDialogProps {
  readonly order: OrderState
  readonly sending: Sending
  readonly onClose: () => void
}
