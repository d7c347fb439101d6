import * as z from 'zod'
import { plainText } from '../../kit/wire/text'
import { isOfOwner, newPassword, type PasswordRefused, type TooBusy, type TooManyTries } from './password'

/** Addresses are told apart without regard to case, as sign-in does. */
const email = z.string().trim().toLowerCase().pipe(z.email('must be an e-mail address').max(200))

/** What a guest says to become a customer; the form and the server parse with the same schema. */
export const signUpDetails = z
  .object({ name: plainText(80), email, password: newPassword })
  .refine((details) => !isOfOwner(details.password, details), {
    path: ['password'],
    message: 'must not be your name or address',
  })
export type SignUpDetails = z.infer<typeof signUpDetails>

export type SignUpAnswer =
  | { readonly type: 'signedUp' }
  /** What was sent can't be read; the form names its fields before it sends them. */
  | { readonly type: 'Malformed' }
  /** Somebody has the address already. */
  | { readonly type: 'EmailTaken' }
  /** Who asks isn't a guest any more. */
  | { readonly type: 'AlreadySignedUp' }
  | PasswordRefused
  | TooBusy
  | TooManyTries
