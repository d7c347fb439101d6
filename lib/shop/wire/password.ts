import * as z from 'zod'

export const minPasswordLength = 10
export const maxPasswordLength = 128
/** Fewer different characters are a letter held down, or two in turn. */
const minDifferentCharacters = 4

/** A password that is to be a new one. Whether it is a common one is known to the server alone. */
export const newPassword = z
  .string()
  .min(minPasswordLength, `must have at least ${minPasswordLength} characters`)
  .max(maxPasswordLength, `must have at most ${maxPasswordLength} characters`)
  .refine(hasDifferentCharacters, `must have at least ${minDifferentCharacters} different characters`)

function hasDifferentCharacters(password: string): boolean {
  return new Set(password.toLowerCase().replace(/\s/g, '')).size >= minDifferentCharacters
}

/** Is a password its owner's address or name, or one of them with a few signs around it? Who knows them would try that first. */
export const isOfOwner = (password: string, { email, name }: { email: string; name: string }): boolean => {
  const bare = lettersOf(password)
  const [local = '', domain = ''] = email.split('@')
  const turnedRound = name.split(/\s+/).reverse().join('')
  return [email, local, `${local}${local}`, domain, name, `${name}${name}`, turnedRound]
    .map(lettersOf)
    .some((own) => own.length >= 3 && bare.includes(own) && bare.length - own.length < minDifferentCharacters)
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** What somebody says to have another password; the form and the server parse with the same schema. */
export const passwordChange = z.object({
  currentPassword: z.string().min(1, 'is missing').max(maxPasswordLength, 'is not yours'),
  newPassword,
})
export type PasswordChange = z.infer<typeof passwordChange>

/** Why a password can't be had, though it is long enough. */
export type PasswordRefused = { readonly type: 'PasswordTooCommon' } | { readonly type: 'PasswordOfOwner' }

/** Too many others sign up or in, or change their password, right now. */
export interface TooBusy {
  readonly type: 'TooBusy'
}

/** There were too many tries; there may be another one after so many seconds. */
export interface TooManyTries {
  readonly type: 'TooManyTries'
  readonly retryAfterSeconds: number
}

export type PasswordAnswer =
  | { readonly type: 'changed' }
  /** What was sent can't be read; the form names its fields before it sends them. */
  | { readonly type: 'Malformed' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'WrongPassword' }
  | PasswordRefused
  | TooBusy
  | TooManyTries
