import * as z from 'zod'
import { plainText } from '../../kit/wire/text'
import { email } from './email'
import { type LinkOver, type LookIntoMail, linkToken } from './mail-link'
import { isOfOwner, newPassword, type PasswordRefused, type TooBusy, type TooManyTries } from './password'

const name = plainText(80)

/** What a guest says to become a customer; the form and the server parse with the same schema. */
export const signUpDetails = z
  .object({ name, email, password: newPassword })
  .refine((details) => !isOfOwner(details.password, details), {
    path: ['password'],
    message: 'must not be your name or address',
  })
export type SignUpDetails = z.infer<typeof signUpDetails>

/** The same whether the address has an account or not. */
export type SignUpAnswer =
  | LookIntoMail
  /** What was sent can't be read; the form names its fields before it sends them. */
  | { readonly type: 'Malformed' }
  /** Who asks isn't a guest any more. */
  | AlreadySignedUp
  | PasswordRefused
  | TooBusy
  | TooManyTries

interface AlreadySignedUp {
  readonly type: 'AlreadySignedUp'
}

/** What the link in the mail opens. */
export type SignUpLink =
  | {
      readonly type: 'open'
      readonly email: string
      readonly name: string
      /** Is this the browser that asked? Who has the link alone chooses name and password once more. */
      readonly isHere: boolean
    }
  | LinkOver
  | AlreadySignedUp

/** What somebody says who has the link, and isn't where it was asked for. */
export const newOwner = z.object({ name, password: newPassword })
export type NewOwner = z.infer<typeof newOwner>

export const signUpFinish = z.object({ token: linkToken, owner: newOwner.optional() })
export type SignUpFinish = z.infer<typeof signUpFinish>

export type SignUpFinished =
  | { readonly type: 'signedUp' }
  | { readonly type: 'Malformed' }
  | LinkOver
  | AlreadySignedUp
  /** Somebody has the address by now. */
  | { readonly type: 'EmailTaken' }
  | PasswordRefused
  | TooBusy
