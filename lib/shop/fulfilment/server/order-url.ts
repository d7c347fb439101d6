import type { ToUrl } from '../../server/mail/account-letters'

/** Where somebody finds an order of theirs. */
export const orderUrl = (toUrl: ToUrl, orderId: string): string => toUrl(`/account/orders/${orderId}`)
