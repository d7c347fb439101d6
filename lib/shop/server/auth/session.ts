import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { visitorOf } from '../../../kit/server/http/client-address'
import type { ShopIdentity } from '../../wire/shop-identity'
import { getContext } from '../shared-context'
import { toIdentity } from './identify'

/** Who asks for this page or action; undefined for nobody. Looked up once a request. */
export const currentIdentity = cache(async (): Promise<ShopIdentity | undefined> => {
  // Asked first: it tells Next that the page can't be made ahead.
  const authorization = (await headers()).get('authorization') ?? undefined
  return getContext().identify({ authorization, cookie: await presentCookies() })
})

/** The browser's cookies with what this action has changed of them: its page is rendered anew for who one is by then. */
const presentCookies = async (): Promise<string> =>
  (await cookies())
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')

/** Where who asks comes from, as the server has found out. */
export const askingVisitor = async (): Promise<string> =>
  visitorOf((await headers()).get('x-forwarded-for') ?? '')

/** Who asks; somebody new becomes a guest, whose session cookie goes out with the answer. */
export const ensureIdentity = async (): Promise<ShopIdentity> => {
  const known = await currentIdentity()
  if (known) return known
  const { auth, prisma } = getContext()
  const { headers: answered, response } = await auth.api.signInAnonymous({ returnHeaders: true })
  if (!response) throw new Error('The guest session was not made')
  await giveCookies(answered.get('set-cookie') ?? '')
  return toIdentity(await prisma.user.findUniqueOrThrow({ where: { id: response.user.id } }))
}

/** Sends the cookies of a `Set-Cookie` header with this action's answer. */
export const giveCookies = async (setCookie: string): Promise<void> => {
  const jar = await cookies()
  for (const [name, cookie] of parseSetCookieHeader(setCookie)) {
    jar.set(name, decodeURIComponent(cookie.value), toCookieOptions(cookie))
  }
}
