import { type Erased, isErased } from '@/lib/kit/kernel/erased'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CustomerEvent, SaidBy } from '@/lib/shop/customer/events'
import { formatCount } from '../../../ui/format'
import { isolated } from '../../../ui/named'
import { addressText } from '../../cart/address-text'

/** What happened, as one would tell it: "Deactivated: Asked us to". */
export const customerSentence = (event: CustomerEvent): string => {
  switch (event.type) {
    case 'CustomerImported': {
      const { customerNumber, source, country } = event.data
      return `Came from ${isolated(source)} as ${isolated(customerNumber)}, ${isolated(country)}`
    }
    case 'CustomerSignedUp':
      return `${said(event.data.name)} signed up with ${said(event.data.email)}`
    case 'EmailChanged':
      return `Signs in with ${said(event.data.email)}`
    case 'NameChanged':
      return `Is called ${said(event.data.name)}`
    case 'PhoneChanged':
      return event.data.phone === undefined
        ? 'Has no phone number any more'
        : `Is called at ${said(event.data.phone)}`
    case 'AddressChanged':
      return event.data.address === undefined
        ? 'Has no usual address any more'
        : `Has things sent to ${isolated(addressText(event.data.address))}`
    case 'CustomerDeactivated':
      return `Deactivated: ${isolated(event.data.reason)}`
    case 'CustomerReactivated':
      return 'Reactivated'
    case 'RemindersAllowed':
      return `May be reminded of carts, said ${ways[event.data.by]}`
    case 'RemindersStopped':
      return `Is reminded of nothing, said ${ways[event.data.by]}`
    default:
      return exhaustive(event)
  }
}

const ways: Record<SaidBy, string> = {
  page: 'on a page of the shop',
  link: 'by the link in a mail',
  mailProgram: 'by their mail program',
}

const said = (words: string | Erased): string => (isErased(words) ? 'what was erased' : isolated(words))

const often: Record<CustomerEvent['type'], string> = {
  CustomerImported: 'Imported',
  CustomerSignedUp: 'Signed up',
  EmailChanged: 'Address changed',
  NameChanged: 'Name changed',
  PhoneChanged: 'Phone number changed',
  AddressChanged: 'Usual address changed',
  CustomerDeactivated: 'Deactivated',
  CustomerReactivated: 'Reactivated',
  RemindersAllowed: 'Reminders allowed',
  RemindersStopped: 'Reminders stopped',
}

/** What happened again and again, told by its kind alone. */
export const customerRunSentence = (count: number, { type }: CustomerEvent): string =>
  `${often[type]} ${formatCount(count)} times`
