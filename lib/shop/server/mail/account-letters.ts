import type { Letter } from './letter'

/** Makes addresses of the shop as the public knows it. A token stands behind the #, which browsers send to nobody. */
export type ToUrl = (path: string, token?: string) => string

export const createToUrl =
  (publicUrl: string): ToUrl =>
  (path, token) => {
    const url = new URL(path, publicUrl)
    if (token !== undefined) url.hash = token
    return url.href
  }

const nothingToDo = 'If it wasn’t you, there is nothing to do.'

/** To an address that nobody has an account with yet. It says nothing that who asked has typed: it may be somebody else. */
export const signUpLetter = (toUrl: ToUrl, token: string): Letter => ({
  subject: 'Your account at Hindsight',
  title: 'One more step.',
  paragraphs: [
    'Somebody, probably you, asked for an account at Hindsight with this address. Follow the link to have it.',
  ],
  links: [{ words: 'Finish signing up', url: toUrl('/sign-up/finish', token) }],
  notes: [
    'The link works once, for a day. In the browser you asked with, it takes the cart there along.',
    `${nothingToDo} Without the link there is no account.`,
  ],
})

/** To an address that somebody who has an account tried to sign up with. */
export const knownAddressLetter = (toUrl: ToUrl): Letter => ({
  subject: 'Your account at Hindsight',
  title: 'You have an account.',
  paragraphs: [
    'Somebody, probably you, tried to sign up at Hindsight with this address. It has an account already: sign in with it.',
  ],
  links: [
    { words: 'Sign in', url: toUrl('/sign-in') },
    { words: 'Choose a new password', url: toUrl('/forgot-password') },
  ],
  notes: [`${nothingToDo} Nothing of your account was changed.`],
})

/** To somebody who asked for a new password. */
export const newPasswordLetter = (toUrl: ToUrl, token: string): Letter => ({
  subject: 'A new password for Hindsight',
  title: 'Choose a new password.',
  paragraphs: ['Somebody, probably you, forgot the password of the account at Hindsight with this address.'],
  links: [{ words: 'Choose a new password', url: toUrl('/reset-password', token) }],
  notes: [
    'The link works once, for an hour. With the new password, everybody who is signed in to the account is signed out.',
    `${nothingToDo} Your password stays what it is.`,
  ],
})

/** To an address for which a new password was asked, though it has no account. */
export const noAccountLetter = (toUrl: ToUrl): Letter => ({
  subject: 'A new password for Hindsight',
  title: 'There is no account.',
  paragraphs: [
    'Somebody, probably you, asked for a new password at Hindsight. There is no account with this address: perhaps it has another one.',
  ],
  links: [{ words: 'Create an account', url: toUrl('/sign-up') }],
  notes: [nothingToDo],
})
