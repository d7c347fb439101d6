import type { Metadata } from 'next'
import Link from 'next/link'
import { DeadEnd } from '@/components/shop/site/dead-end'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <DeadEnd
      title="This never happened."
      words="There is no such page in the log, or it isn’t one you may see. Everything that did happen is still where it was."
    >
      <Link href="/" className="text-ink underline decoration-accent underline-offset-4">
        Back to the shop
      </Link>
    </DeadEnd>
  )
}
