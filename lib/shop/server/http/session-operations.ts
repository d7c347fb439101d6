import { getSession, postSignIn, postSignOut } from '../../wire/api-session'
import type { ServerContext } from '../shared-context'
import { forwardToAuth } from './auth-endpoint'
import { on } from './on'
import { signIn } from './sign-in'

/** Signing in and out, and who is signed in. */
export const sessionOperations = ({ auth, passwordTries: tries }: ServerContext) => [
  on(postSignIn, async ({ body }, request) => signIn({ auth, tries }, request, body)),
  on(postSignOut, async (_, request) => forwardToAuth(auth, request, {})),
  on(getSession, async (_, request) => forwardToAuth(auth, request)),
]
