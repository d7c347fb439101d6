/** Where staff gives a customer credit that answers for an event. */
export const creditPage = (customer: string, causeEventId: string): string =>
  `/accounts?${new URLSearchParams({ customer, for: causeEventId })}`
