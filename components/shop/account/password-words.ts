import type { PasswordRefused } from '@/lib/shop/wire/password'

/** Why a password can't be had, after the name of its field. */
export const passwordWords = ({ type }: PasswordRefused): string => {
  switch (type) {
    case 'PasswordTooCommon':
      return 'is among the most common ones, which are tried first'
    case 'PasswordOfOwner':
      return 'must not be your name or address'
  }
}
