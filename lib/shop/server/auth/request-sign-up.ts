import type { ShopIdentity } from '../../wire/shop-identity'
import type { SignUpAnswer, SignUpDetails } from '../../wire/sign-up'
import { knownAddressLetter, signUpLetter } from '../mail/account-letters'
import type { Auth } from './auth'
import { linkKinds } from './kept-link'
import { passwordRefusal } from './password-refusal'
import { type LinkMailDependencies, sendLink } from './send-link'
import { keepSignUp } from './sign-up-link'

/**
 * Sends a mail with which a guest becomes a customer, or, to an address that has an account, one that says so. What can be refused
 * is refused before the password is hashed, which costs most.
 */
export const requestSignUp = async (
  dependencies: LinkMailDependencies & { readonly auth: Auth },
  guest: ShopIdentity,
  details: SignUpDetails,
): Promise<SignUpAnswer> => {
  const { name, email, password } = details
  const refusal = await passwordRefusal(password, details)
  if (refusal) return refusal
  const { password: hasher } = await dependencies.auth.$context
  // In either case: by its time alone one could tell.
  const passwordHash = await hasher.hash(password)
  const signUp = { guestId: guest.userId, name, email, passwordHash }
  return sendLink(dependencies, {
    ...linkKinds.signUp,
    to: email,
    keepLink: (sql, token, until) => keepSignUp(sql, token, signUp, until),
    withLink: signUpLetter,
    without: knownAddressLetter,
  })
}
