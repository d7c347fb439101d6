import { isOfOwner, type PasswordRefused } from '../../wire/password'
import { isCommonPassword } from './common-passwords'

/** Why somebody can't have a new password, though it is long enough; undefined where they can. */
export const passwordRefusal = async (
  password: string,
  owner: { readonly email: string; readonly name: string },
): Promise<PasswordRefused | undefined> => {
  if (isOfOwner(password, owner)) return { type: 'PasswordOfOwner' }
  if (await isCommonPassword(password)) return { type: 'PasswordTooCommon' }
  return undefined
}
