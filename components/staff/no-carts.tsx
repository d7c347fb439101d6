import Link from 'next/link'
import { linkStyle } from '@/components/ui/link-style'

/** Says why there is no cart to show. */
export const NoCarts = ({ searched }: { readonly searched: boolean }) => (
  <div className="border-ink border-t py-20 text-center">
    <p className="font-display text-3xl">{searched ? 'No cart like that' : 'No carts yet'}</p>
    <p className="mx-auto mt-2 mb-4 max-w-sm text-balance text-muted text-sm">
      {searched
        ? 'A cart is found by the beginning of its id, or of its customer’s.'
        : 'The first cart stands here as soon as somebody puts something in it.'}
    </p>
    {searched && (
      <Link href="/carts" className={linkStyle}>
        Show all carts
      </Link>
    )}
  </div>
)
