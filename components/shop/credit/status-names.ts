import type { AccountStatus } from '@/lib/shop/account/state'

/** How an account stands, in a word. */
export const statusNames: Record<AccountStatus, string> = {
  none: 'Not opened',
  open: 'Open',
  closed: 'Closed',
}
