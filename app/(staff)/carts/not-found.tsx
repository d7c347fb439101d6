import Link from 'next/link'
import { SiteHeader } from '@/components/shop/site/site-header'
import { linkStyle } from '@/components/ui/link-style'
import { currentIdentity } from '@/lib/shop/server/auth/session'

export default async function CartNotFound() {
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <main id="main" className="mx-auto max-w-xl px-4 py-24 text-center">
        <h1 className="font-display text-6xl">Not in the books</h1>
        <p className="mt-3 mb-4 text-muted">There is no such page here, or it isn’t yours to see.</p>
        <Link href="/" className={linkStyle}>
          To the shop
        </Link>
      </main>
    </>
  )
}
