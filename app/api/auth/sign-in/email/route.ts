import { on, routes } from '@/lib/shop/server/http/routes'
import { signIn } from '@/lib/shop/server/http/sign-in'
import { getContext } from '@/lib/shop/server/shared-context'
import { postSignIn } from '@/lib/shop/wire/api-session'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postSignIn, async ({ body }, request) => {
    const { auth, passwordTries: tries } = getContext()
    return signIn({ auth, tries }, request, body)
  }),
)
