import { isSame } from '../../kit/history/is-same'
import { accept, type Decision, reject } from '../../kit/kernel/decider'
import { exhaustive } from '../../kit/kernel/exhaustive'
import type {
  ChangeAddress,
  ChangeEmail,
  ChangeName,
  ChangePhone,
  CustomerCommand,
  DeactivateCustomer,
  ImportCustomer,
  SignUp,
} from './commands'
import type { CustomerEvent } from './events'
import type { CustomerState } from './state'

export type CustomerRejection =
  | { readonly type: 'CustomerNotFound' }
  /** The id stands for another customer. */
  | { readonly type: 'CustomerIdTaken'; readonly customerNumber: string }
  | { readonly type: 'AlreadySignedUp' }
  /** They sign in with nothing here: there is no address to change. */
  | { readonly type: 'NeverSignedUp' }
  /** Another customer signs in with this address. */
  | { readonly type: 'EmailTaken' }
  /** What is known of them stays as it is until they are reactivated. */
  | { readonly type: 'CustomerIsDeactivated' }
  /** Who works here is let out by taking their role away. */
  | { readonly type: 'CustomerIsStaff' }
  | { readonly type: 'ReasonMissing' }

type CustomerDecision = Decision<CustomerEvent, CustomerRejection>

/** What a command comes to of a customer: every rule a customer has is in this file. */
export const decideCustomer = (command: CustomerCommand, customer: CustomerState): CustomerDecision => {
  switch (command.type) {
    case 'ImportCustomer':
      return importCustomer(command, customer)
    case 'AllowReminders':
      return customer.mayRemind ? accept() : accept({ type: 'RemindersAllowed', data: { by: command.by } })
    case 'StopReminders':
      return customer.mayRemind ? accept({ type: 'RemindersStopped', data: { by: command.by } }) : accept()
    case 'SignUp':
      return signUp(command, customer)
    case 'DeactivateCustomer':
      return deactivate(command, customer)
    case 'ReactivateCustomer':
      return reactivate(customer)
    default:
      return change(command, customer)
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

const signUp = ({ email, name, heldBy }: SignUp, customer: CustomerState): CustomerDecision => {
  if (customer.status === 'deactivated') return reject({ type: 'CustomerIsDeactivated' })
  if (customer.email === email) return accept()
  if (customer.email !== undefined) return reject({ type: 'AlreadySignedUp' })
  if (isAnothers(heldBy, customer)) return reject({ type: 'EmailTaken' })
  return accept({ type: 'CustomerSignedUp', data: { email, name } })
}

const isAnothers = (heldBy: string | undefined, { id }: CustomerState): boolean =>
  heldBy !== undefined && heldBy !== id

const deactivate = ({ reason, isStaff }: DeactivateCustomer, { status }: CustomerState): CustomerDecision => {
  if (status === 'none') return reject({ type: 'CustomerNotFound' })
  if (status === 'deactivated') return accept()
  if (isStaff) return reject({ type: 'CustomerIsStaff' })
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  return accept({ type: 'CustomerDeactivated', data: { reason } })
}

const reactivate = ({ status }: CustomerState): CustomerDecision => {
  if (status === 'none') return reject({ type: 'CustomerNotFound' })
  return status === 'active' ? accept() : accept({ type: 'CustomerReactivated', data: {} })
}

type Change = ChangeEmail | ChangeName | ChangePhone | ChangeAddress

/** What is known of a customer changes while they are active. */
const change = (command: Change, customer: CustomerState): CustomerDecision => {
  if (customer.status === 'none') return reject({ type: 'CustomerNotFound' })
  if (customer.status === 'deactivated') return reject({ type: 'CustomerIsDeactivated' })
  switch (command.type) {
    case 'ChangeEmail':
      return changeEmail(command, customer)
    case 'ChangeName':
      return customer.name === command.name
        ? accept()
        : accept({ type: 'NameChanged', data: { name: command.name } })
    case 'ChangePhone':
      return customer.phone === command.phone
        ? accept()
        : accept({ type: 'PhoneChanged', data: command.phone === undefined ? {} : { phone: command.phone } })
    case 'ChangeAddress':
      return isSame(customer.address, command.address)
        ? accept()
        : accept({
            type: 'AddressChanged',
            data: command.address === undefined ? {} : { address: command.address },
          })
    default:
      return exhaustive(command)
  }
}

const changeEmail = ({ email, heldBy }: ChangeEmail, customer: CustomerState): CustomerDecision => {
  if (customer.email === undefined) return reject({ type: 'NeverSignedUp' })
  if (customer.email === email) return accept()
  if (isAnothers(heldBy, customer)) return reject({ type: 'EmailTaken' })
  return accept({ type: 'EmailChanged', data: { email } })
}
