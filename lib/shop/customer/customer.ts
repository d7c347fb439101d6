import { accept, type Decider, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type { CustomerEvent, CustomerImported, SaidBy } from './events'

/** What is known of a customer. */
export interface CustomerState {
  readonly id: string
  /** Where they are known from, where that is another system. */
  readonly imported: CustomerImported['data'] | undefined
  /** Did they say that they like to be reminded? */
  readonly mayRemind: boolean
  readonly version: number
}

/** Takes over a customer that another system knows. */
export type ImportCustomer = { readonly type: 'ImportCustomer' } & CustomerImported['data']

export interface AllowReminders {
  readonly type: 'AllowReminders'
  readonly by: SaidBy
}

export interface StopReminders {
  readonly type: 'StopReminders'
  readonly by: SaidBy
}

export type CustomerCommand = ImportCustomer | AllowReminders | StopReminders

/** The id stands for another customer. */
export interface CustomerRejection {
  readonly type: 'CustomerIdTaken'
  readonly customerNumber: string
}

const initial = (id: string): CustomerState => ({ id, imported: undefined, mayRemind: false, version: 0 })

const evolve = (customer: CustomerState, event: CustomerEvent): CustomerState => ({
  ...customer,
  ...changeOf(event),
  version: customer.version + 1,
})

const changeOf = (event: CustomerEvent): Partial<CustomerState> => {
  switch (event.type) {
    case 'CustomerImported':
      return { imported: event.data }
    case 'RemindersAllowed':
      return { mayRemind: true }
    case 'RemindersStopped':
      return { mayRemind: false }
    default:
      return exhaustive(event)
  }
}

const fold = (state: CustomerState, events: Iterable<CustomerEvent>): CustomerState => {
  let folded = state
  for (const event of events) folded = evolve(folded, event)
  return folded
}

type CustomerDecision = Decision<CustomerEvent, CustomerRejection>

const decide = (command: CustomerCommand, customer: CustomerState): CustomerDecision => {
  switch (command.type) {
    case 'ImportCustomer':
      return importCustomer(command, customer)
    case 'AllowReminders':
      return customer.mayRemind ? accept() : accept({ type: 'RemindersAllowed', data: { by: command.by } })
    case 'StopReminders':
      return customer.mayRemind ? accept({ type: 'RemindersStopped', data: { by: command.by } }) : accept()
    default:
      return exhaustive(command)
  }
}

const importCustomer = (
  { type: _, ...data }: ImportCustomer,
  { imported }: CustomerState,
): CustomerDecision => {
  if (!imported) return accept({ type: 'CustomerImported', data })
  const { customerNumber } = imported
  return customerNumber === data.customerNumber
    ? accept()
    : reject({ type: 'CustomerIdTaken', customerNumber })
}

/** The customer as a decider. */
export const customer: Decider<CustomerState, CustomerCommand, CustomerEvent, CustomerRejection> = {
  initial,
  evolve,
  fold,
  decide,
}
