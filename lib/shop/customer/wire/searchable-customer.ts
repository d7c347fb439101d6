import type { ConditionVocabulary } from '../../../kit/wire/condition/vocabulary'
import { searchable } from '../../../kit/wire/searchable-type'
import { customerStreamType } from '../customer-stream'
import type { CustomerEvent } from '../events'
import type { CustomerState, CustomerStatus } from '../state'

const statuses: readonly CustomerStatus[] = ['none', 'active', 'deactivated']

/** What conditions may ask of a customer. */
const vocabulary: ConditionVocabulary<CustomerState> = {
  values: { status: { words: statuses, valueIn: ({ status }) => status } },
  roots: ['status', 'email', 'name', 'phone', 'address', 'imported', 'mayRemind', 'version'],
  hints: {
    condition: 'a condition, like status = deactivated or mayRemind = true',
    value: 'status, email, name, phone or a path like address.city',
  },
}

/** Customers with what their histories can be asked. */
export const searchableCustomer = searchable<CustomerState, CustomerEvent>(
  customerStreamType,
  {
    CustomerImported: true,
    CustomerSignedUp: true,
    EmailChanged: true,
    NameChanged: true,
    PhoneChanged: true,
    AddressChanged: true,
    CustomerDeactivated: true,
    CustomerReactivated: true,
    RemindersAllowed: true,
    RemindersStopped: true,
  },
  { vocabulary },
)
