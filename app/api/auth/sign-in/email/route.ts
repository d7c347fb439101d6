import { postSignIn } from '@/lib/protocol/api-session'
import { on } from '@/lib/server/http/operation'
import { routes } from '@/lib/server/http/routes'
import { signIn } from '@/lib/server/http/sign-in'
import { getContext } from '@/lib/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postSignIn, async ({ body }, request) => {
    const { auth, passwordTries: tries } = getContext()
    return signIn({ auth, tries }, request, body)
  }),
)
