import {
  Check,
  CircleAlert,
  CircleDashed,
  Coins,
  Flag,
  House,
  Lock,
  Minus,
  PenLine,
  Scale,
  Truck,
  Undo,
  Undo2,
  Wallet,
  X,
} from 'lucide-react'
import type { OrderEvent } from '@/lib/shop/order/events'
import { type EventKind, kind } from '../../../player/view/event-kind'

/** Round is what befalls money or pieces, square what befalls the order as a whole. */
export const orderKinds: Record<OrderEvent['type'], EventKind> = {
  OrderPlaced: kind(Flag, 'square', 'stone'),
  OrderItemsUpdated: kind(PenLine, 'square', 'ochre'),
  QuantityCancelled: kind(Minus, 'round', 'plum'),
  PaymentAuthorised: kind(Lock, 'round', 'ochre'),
  PaymentReceived: kind(Coins, 'round', 'green'),
  PaymentFailed: kind(CircleAlert, 'round', 'brick'),
  AuthorisationReleased: kind(CircleDashed, 'round', 'stone'),
  OrderConfirmed: kind(Check, 'square', 'blue'),
  OrderShipped: kind(Truck, 'square', 'violet'),
  OrderDelivered: kind(House, 'square', 'green'),
  OrderCancelled: kind(X, 'square', 'plum'),
  ReturnRequested: kind(Undo, 'round', 'ochre'),
  OrderReturned: kind(Undo2, 'square', 'teal'),
  RefundIssued: kind(Wallet, 'round', 'brick'),
  AmountCorrected: kind(Scale, 'round', 'violet'),
}
