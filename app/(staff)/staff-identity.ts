import { notFound, redirect } from 'next/navigation'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import type { ShopIdentity } from '@/lib/shop/wire/shop-identity'

/** Who of staff asks for the page at a path. Who isn't signed in does so first and comes back; for all others there is no such page. */
export const staffIdentity = async (path: string): Promise<ShopIdentity> => {
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(path))
  if (identity.role !== 'staff') notFound()
  return identity
}
