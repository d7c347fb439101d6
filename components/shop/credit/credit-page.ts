import type { CreditRequest } from '@/lib/shop/account/wire/credit'

/** Where staff gives credit: with a customer, and an event that it answers for. */
export const creditPage = ({
  customer,
  causeEventId,
}: Required<Pick<CreditRequest, 'customer' | 'causeEventId'>>): string =>
  `/accounts?${new URLSearchParams({ customer, for: `${causeEventId}` })}`
