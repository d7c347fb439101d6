import type { CartMatch } from '@/lib/shop/cart/wire/cart-list'

const names: Record<CartMatch['field'], string> = { product: 'product', words: 'says', email: 'e-mail' }

/** What a cart was found by, where its line doesn't show it. */
export const CartMatches = ({ matches }: { readonly matches: readonly CartMatch[] }) =>
  matches.length > 0 && (
    <p className="mt-1 line-clamp-2 text-sm text-muted">
      {matches.map(({ field, value }, nth) => (
        <span key={`${field} ${value}`} className="wrap-anywhere">
          {nth > 0 && ' · '}
          {names[field]}: <bdi className="text-ink">{value}</bdi>
        </span>
      ))}
    </p>
  )
