import { Flag, Lock, LockOpen, Minus, Plus, X } from 'lucide-react'
import type { AccountEvent } from '@/lib/shop/account/events'
import { type EventKind, kind } from '../../../player/view/event-kind'

/** Round is what moves money, square what befalls the account as a whole. */
export const accountKinds: Record<AccountEvent['type'], EventKind> = {
  AccountOpened: kind(Flag, 'square', 'stone'),
  MoneyDeposited: kind(Plus, 'round', 'green'),
  MoneyWithdrawn: kind(Minus, 'round', 'brick'),
  MoneyHeld: kind(Lock, 'round', 'stone'),
  MoneyReleased: kind(LockOpen, 'round', 'stone'),
  AccountClosed: kind(X, 'square', 'plum'),
}
