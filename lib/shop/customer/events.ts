import type { Erased } from '../../kit/kernel/erased'
import type { ShippingAddress } from '../cart/events'

/** A customer known from elsewhere, by that system's own number. */
export interface CustomerImported {
  readonly type: 'CustomerImported'
  readonly data: { readonly source: string; readonly customerNumber: string; readonly country: string }
}

/** They have an account, and sign in with a verified address. */
export interface CustomerSignedUp {
  readonly type: 'CustomerSignedUp'
  readonly data: { readonly email: string | Erased; readonly name: string | Erased }
}

/** They sign in with another address from here on. */
export interface EmailChanged {
  readonly type: 'EmailChanged'
  readonly data: { readonly email: string | Erased }
}

export interface NameChanged {
  readonly type: 'NameChanged'
  readonly data: { readonly name: string | Erased }
}

/** Without a number: they have none any more. */
export interface PhoneChanged {
  readonly type: 'PhoneChanged'
  readonly data: {
    /** E.164: +498912345678. */
    readonly phone?: string | Erased | undefined
  }
}

/** Where they usually have things sent. Without an address: nowhere in particular any more. */
export interface AddressChanged {
  readonly type: 'AddressChanged'
  readonly data: { readonly address?: ShippingAddress | Erased | undefined }
}

/** They can't sign in, nor buy anything, until they are reactivated. */
export interface CustomerDeactivated {
  readonly type: 'CustomerDeactivated'
  readonly data: { readonly reason: string }
}

export interface CustomerReactivated {
  readonly type: 'CustomerReactivated'
  readonly data: Readonly<Record<string, never>>
}

/** How somebody said it: on a page of the shop, by the link in a mail, or by their mail program's own button. */
export type SaidBy = 'page' | 'link' | 'mailProgram'

/** They like to be reminded of what they left in their cart. */
export interface RemindersAllowed {
  readonly type: 'RemindersAllowed'
  readonly data: { readonly by: SaidBy }
}

/** They don't, or no longer. */
export interface RemindersStopped {
  readonly type: 'RemindersStopped'
  readonly data: { readonly by: SaidBy }
}

export type CustomerEvent =
  | CustomerImported
  | CustomerSignedUp
  | EmailChanged
  | NameChanged
  | PhoneChanged
  | AddressChanged
  | CustomerDeactivated
  | CustomerReactivated
  | RemindersAllowed
  | RemindersStopped
