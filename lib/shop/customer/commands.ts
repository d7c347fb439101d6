import type { ShippingAddress } from '../cart/events'
import type { CustomerImported, SaidBy } from './events'

/** Takes over a customer that another system knows. */
export type ImportCustomer = { readonly type: 'ImportCustomer' } & CustomerImported['data']

/** Whose a sign-in address is by now: looked up in the log for whoever asks for one. */
interface AskingForAddress {
  /** In lower case. Whoever sends this knows that it is the customer's own. */
  readonly email: string
  /** The id of the customer who has it; undefined where it is free. */
  readonly heldBy: string | undefined
}

/** Makes a customer of a guest. */
export interface SignUp extends AskingForAddress {
  readonly type: 'SignUp'
  readonly name: string
}

export interface ChangeEmail extends AskingForAddress {
  readonly type: 'ChangeEmail'
}

export interface ChangeName {
  readonly type: 'ChangeName'
  readonly name: string
}

/** Without a number there is none any more. */
export interface ChangePhone {
  readonly type: 'ChangePhone'
  readonly phone?: string | undefined
}

export interface ChangeAddress {
  readonly type: 'ChangeAddress'
  readonly address?: ShippingAddress | undefined
}

export interface DeactivateCustomer {
  readonly type: 'DeactivateCustomer'
  readonly reason: string
  /** Do they work here? */
  readonly isStaff: boolean
}

export interface ReactivateCustomer {
  readonly type: 'ReactivateCustomer'
}

export interface AllowReminders {
  readonly type: 'AllowReminders'
  readonly by: SaidBy
}

export interface StopReminders {
  readonly type: 'StopReminders'
  readonly by: SaidBy
}

export type CustomerCommand =
  | ImportCustomer
  | SignUp
  | ChangeEmail
  | ChangeName
  | ChangePhone
  | ChangeAddress
  | DeactivateCustomer
  | ReactivateCustomer
  | AllowReminders
  | StopReminders
