import { unreachable } from '../site/unreachable'
import { tooBusy, tooManyTries } from './too-many-tries'

export type SignedIn =
  | { readonly type: 'signedIn'; readonly isStaff: boolean }
  | { readonly type: 'refused'; readonly why: string }

interface Credentials {
  readonly email: string
  readonly password: string
}

/** A shop that hasn't answered by then won't. */
const limitMs = 20_000

/** Signs in by e-mail and password; the session cookie comes with the answer. */
export const signIn = async ({ email, password }: Credentials): Promise<SignedIn> => {
  const answer = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
    signal: AbortSignal.timeout(limitMs),
  }).catch(() => undefined)
  if (!answer) return refused(unreachable)
  if (answer.ok) {
    const { user } = (await answer.json()) as { user?: { role?: string } }
    return { type: 'signedIn', isStaff: user?.role === 'staff' }
  }
  if (answer.status === 403 && (await codeOf(answer)) === 'CustomerDeactivated') return refused(deactivated)
  if (answer.status === 503) return refused(tooBusy)
  if (answer.status === 429) return refused(tooManyTries(Number(answer.headers.get('retry-after'))))
  if (answer.status >= 500) return refused('The shop had a problem of its own. Try again.')
  return refused('E-mail address and password don’t go together.')
}

const deactivated = 'This account was deactivated. Write to us if that is a mistake.'

const codeOf = async (answer: Response): Promise<unknown> =>
  (await answer.json().catch(() => undefined))?.code

const refused = (why: string): SignedIn => ({ type: 'refused', why })
