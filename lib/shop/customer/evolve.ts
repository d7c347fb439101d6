import { exhaustive } from '../../kit/kernel/exhaustive'
import type { CustomerEvent } from './events'
import type { CustomerState } from './state'

/** The customer after one more event. Trusts the event: the rules are in `decide`. */
export const evolveCustomer = (customer: CustomerState, event: CustomerEvent): CustomerState => ({
  ...customer,
  ...changeOf(event),
  version: customer.version + 1,
})

const changeOf = (event: CustomerEvent): Partial<CustomerState> => {
  switch (event.type) {
    case 'CustomerImported':
      return { status: 'active', imported: event.data }
    case 'CustomerSignedUp':
      return { status: 'active', email: event.data.email, name: event.data.name }
    case 'EmailChanged':
      return { email: event.data.email }
    case 'NameChanged':
      return { name: event.data.name }
    case 'PhoneChanged':
      return { phone: event.data.phone }
    case 'AddressChanged':
      return { address: event.data.address }
    case 'CustomerDeactivated':
      return { status: 'deactivated' }
    case 'CustomerReactivated':
      return { status: 'active' }
    case 'RemindersAllowed':
      return { mayRemind: true }
    case 'RemindersStopped':
      return { mayRemind: false }
    default:
      return exhaustive(event)
  }
}
