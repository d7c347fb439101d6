import { describe, expect, it } from 'vitest'
import { erased } from '../../kit/kernel/erased'
import { given } from '../../kit/testing/given'
import type { CustomerCommand } from './commands'
import { customerStreamType as customer } from './customer-stream'
import type { CustomerEvent } from './events'

const data = { source: 'retail.csv', customerNumber: '17850', country: 'United Kingdom' }
const imported: CustomerEvent = { type: 'CustomerImported', data }
const importIt: CustomerCommand = { type: 'ImportCustomer', ...data }

const ada = { email: 'ada@example.com', name: 'Ada Lovelace' }
const signedUp: CustomerEvent = { type: 'CustomerSignedUp', data: ada }
const signUp: CustomerCommand = { type: 'SignUp', ...ada, heldBy: undefined }
const changeEmail = (email: string, heldBy?: string): CustomerCommand => ({
  type: 'ChangeEmail',
  email,
  heldBy,
})
const deactivate = (reason = 'Asked us to', isStaff = false): CustomerCommand => ({
  type: 'DeactivateCustomer',
  reason,
  isStaff,
})
const deactivated: CustomerEvent = { type: 'CustomerDeactivated', data: { reason: 'Asked us to' } }
const reactivated: CustomerEvent = { type: 'CustomerReactivated', data: {} }

const address = { street: '12 Square', city: 'London', state: 'London', zipCode: 'SW1Y', country: 'GB' }

describe('a customer of another system', () => {
  it('is imported once', () => {
    given(customer).when(importIt).then(imported)
    given(customer, imported).when(importIt).thenNothing()
    given(customer, imported)
      .when({ ...importIt, source: 'another.csv' } as CustomerCommand)
      .thenNothing()
  })

  it('is never taken for another', () => {
    given(customer, imported)
      .when({ ...importIt, customerNumber: '1' } as CustomerCommand)
      .thenRejected({ type: 'CustomerIdTaken', customerNumber: '17850' })
  })

  it('has no address to sign in with that could be changed', () => {
    given(customer, imported).when(changeEmail('a@example.com')).thenRejected({ type: 'NeverSignedUp' })
  })
})

describe('signing up', () => {
  it('happens once', () => {
    given(customer).when(signUp).then(signedUp)
    given(customer, signedUp).when(signUp).thenNothing()
    given(customer, signedUp)
      .when({ ...signUp, email: 'countess@example.com' } as CustomerCommand)
      .thenRejected({ type: 'AlreadySignedUp' })
  })

  it('is for an address that nobody else has', () => {
    given(customer)
      .when({ ...signUp, heldBy: 'ben' } as CustomerCommand)
      .thenRejected({ type: 'EmailTaken' })
  })

  it('is open to who said before whether they may be reminded', () => {
    given(customer, { type: 'RemindersAllowed', data: { by: 'page' } })
      .when(signUp)
      .then(signedUp)
  })
})

describe('what is known of a customer', () => {
  it('changes when they say so; said again it is said once', () => {
    const changes: readonly (readonly [CustomerCommand, CustomerEvent])[] = [
      [changeEmail('b@example.com'), { type: 'EmailChanged', data: { email: 'b@example.com' } }],
      [
        { type: 'ChangeName', name: 'Ada King' },
        { type: 'NameChanged', data: { name: 'Ada King' } },
      ],
      [
        { type: 'ChangePhone', phone: '+442079460958' },
        { type: 'PhoneChanged', data: { phone: '+442079460958' } },
      ],
      [
        { type: 'ChangeAddress', address },
        { type: 'AddressChanged', data: { address } },
      ],
    ]
    for (const [command, event] of changes) {
      given(customer, signedUp).when(command).then(event)
      given(customer, signedUp, event).when(command).thenNothing()
      given(customer).when(command).thenRejected({ type: 'CustomerNotFound' })
      given(customer, signedUp, deactivated).when(command).thenRejected({ type: 'CustomerIsDeactivated' })
    }
  })

  it('can be taken back where nobody needs it', () => {
    const phone: CustomerEvent = { type: 'PhoneChanged', data: { phone: '+442079460958' } }
    given(customer, signedUp, phone).when({ type: 'ChangePhone' }).then({ type: 'PhoneChanged', data: {} })
    given(customer, signedUp).when({ type: 'ChangePhone' }).thenNothing()
    const sent: CustomerEvent = { type: 'AddressChanged', data: { address } }
    given(customer, signedUp, sent).when({ type: 'ChangeAddress' }).then({ type: 'AddressChanged', data: {} })
    given(customer, signedUp).when({ type: 'ChangeAddress' }).thenNothing()
  })

  it('is said anew where it was erased', () => {
    const forgotten: CustomerEvent = { type: 'AddressChanged', data: { address: erased } }
    given(customer, signedUp, forgotten)
      .when({ type: 'ChangeAddress', address })
      .then({ type: 'AddressChanged', data: { address } })
  })

  it('is no address that another customer has', () => {
    given(customer, signedUp).when(changeEmail('b@example.com', 'ben')).thenRejected({ type: 'EmailTaken' })
    given(customer, signedUp).when(changeEmail(ada.email, 'ben')).thenNothing()
  })
})

describe('deactivating', () => {
  it('has a reason, and is done once', () => {
    given(customer, signedUp).when(deactivate()).then(deactivated)
    given(customer, imported).when(deactivate()).then(deactivated)
    given(customer, signedUp, deactivated).when(deactivate('Again')).thenNothing()
    given(customer, signedUp).when(deactivate(' ')).thenRejected({ type: 'ReasonMissing' })
    given(customer).when(deactivate()).thenRejected({ type: 'CustomerNotFound' })
  })

  it('is not for who works here', () => {
    given(customer, signedUp).when(deactivate('x', true)).thenRejected({ type: 'CustomerIsStaff' })
  })

  it('is taken back, once', () => {
    const back: CustomerCommand = { type: 'ReactivateCustomer' }
    given(customer, signedUp, deactivated).when(back).then(reactivated)
    given(customer, signedUp).when(back).thenNothing()
    given(customer).when(back).thenRejected({ type: 'CustomerNotFound' })
  })
})

it('is reminded from when they say so until they say otherwise; said again it is said once', () => {
  const allowed = { type: 'RemindersAllowed', data: { by: 'page' } } as const
  const stopped = { type: 'RemindersStopped', data: { by: 'link' } } as const
  given(customer).when({ type: 'StopReminders', by: 'link' }).thenNothing()
  given(customer).when({ type: 'AllowReminders', by: 'page' }).then(allowed)
  given(customer, allowed).when({ type: 'AllowReminders', by: 'page' }).thenNothing()
  given(customer, allowed).when({ type: 'StopReminders', by: 'link' }).then(stopped)
  given(customer, allowed, stopped).when({ type: 'AllowReminders', by: 'page' }).then(allowed)
  expect(customer.fold(customer.initial('ann'), [allowed, stopped]).mayRemind).toBe(false)
  expect(customer.fold(customer.initial('ann'), [stopped, allowed]).mayRemind).toBe(true)
})
