import Link from 'next/link'
import { linkStyle } from '@/components/ui/link-style'

/** Says why there is no cart to show. */
export const NoCarts = ({ searched }: { readonly searched: boolean }) => (
  <div className="border-ink border-t py-20 text-center">
    <p className="font-display text-3xl">{searched ? 'No cart like that' : 'No carts yet'}</p>
    <p className="mx-auto mt-2 mb-4 max-w-sm text-balance text-muted text-md">
      {searched
        ? 'All of a search has to hold, and words are found whole. Take something out, or see how to search.'
        : 'The first cart stands here as soon as somebody puts something in it.'}
    </p>
    {searched && (
      <Link href="/carts" className={linkStyle}>
        Show all carts
      </Link>
    )}
  </div>
)
