import type { SignUpFinished } from '@/lib/shop/wire/sign-up'
import { unreachable } from '../site/unreachable'
import { passwordWords } from './password-words'
import { tooBusy } from './too-many-tries'

interface FinishProblem {
  readonly field: 'root' | 'password'
  readonly message: string
}

/** Why an account was not made; of no answer, too. */
export const finishWords = (
  answer: Exclude<SignUpFinished, { type: 'signedUp' }> | undefined,
): FinishProblem => {
  switch (answer?.type) {
    case 'PasswordTooCommon':
    case 'PasswordOfOwner':
      return { field: 'password', message: passwordWords(answer) }
    case 'TooBusy':
      return { field: 'root', message: tooBusy }
    case 'EmailTaken':
      return { field: 'root', message: 'An account has this address by now. Sign in with it.' }
    case 'LinkOver':
      return { field: 'root', message: 'The link was used meanwhile, or its time is over.' }
    case 'AlreadySignedUp':
      return { field: 'root', message: 'You are signed in to an account. Sign out first.' }
    default:
      return { field: 'root', message: unreachable }
  }
}
