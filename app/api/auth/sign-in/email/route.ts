import { postSignIn } from '@/lib/kit/wire/api-session'
import { on } from '@/lib/shop/server/http/operation'
import { routes } from '@/lib/shop/server/http/routes'
import { signIn } from '@/lib/shop/server/http/sign-in'
import { getContext } from '@/lib/shop/server/shared-context'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  on(postSignIn, async ({ body }, request) => {
    const { auth, passwordTries: tries } = getContext()
    return signIn({ auth, tries }, request, body)
  }),
)
