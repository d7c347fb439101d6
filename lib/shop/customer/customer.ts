import { accept, type Decider, type Decision, reject } from '../../kit/kernel/decider'
import type { CustomerEvent, CustomerImported } from './events'

/** Where a customer is known from; nothing before they are known. */
export interface CustomerState {
  readonly id: string
  readonly imported: CustomerImported['data'] | undefined
  readonly version: number
}

/** Takes over a customer that another system knows. */
export type ImportCustomer = { readonly type: 'ImportCustomer' } & CustomerImported['data']

/** The id stands for another customer. */
export interface CustomerRejection {
  readonly type: 'CustomerIdTaken'
  readonly customerNumber: string
}

const initial = (id: string): CustomerState => ({ id, imported: undefined, version: 0 })

const evolve = ({ id, version }: CustomerState, { data }: CustomerEvent): CustomerState => ({
  id,
  imported: data,
  version: version + 1,
})

const fold = (state: CustomerState, events: Iterable<CustomerEvent>): CustomerState => {
  let folded = state
  for (const event of events) folded = evolve(folded, event)
  return folded
}

const decide = (
  { type: _, ...data }: ImportCustomer,
  { imported }: CustomerState,
): Decision<CustomerEvent, CustomerRejection> => {
  if (!imported) return accept({ type: 'CustomerImported', data })
  const { customerNumber } = imported
  return customerNumber === data.customerNumber
    ? accept()
    : reject({ type: 'CustomerIdTaken', customerNumber })
}

/** The customer as a decider. */
export const customer: Decider<CustomerState, ImportCustomer, CustomerEvent, CustomerRejection> = {
  initial,
  evolve,
  fold,
  decide,
}
