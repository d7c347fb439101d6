import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { linkStyle } from '@/components/ui/link-style'
import type { CartPage } from '@/lib/shop/cart/wire/cart-list'
import { CartList } from './cart-list'
import { type CartsSearch, cartsHref } from './cart-search'
import { CartTable } from './cart-table'
import { NoCarts } from './no-carts'
import { SearchTooBroad } from './search-too-broad'

interface CartResultsProps {
  readonly search: CartsSearch
  /** Too broad is what would take too long to find. */
  readonly found: Promise<({ readonly type: 'found' } & CartPage) | { readonly type: 'tooBroad' }>
}

/** A page of the carts that a search finds, newest first. */
export const CartResults = async ({ search, found }: CartResultsProps) => {
  const answer = await found
  if (answer.type === 'tooBroad') return <SearchTooBroad />
  const { carts, next } = answer
  if (carts.length === 0)
    return <NoCarts searched={Object.values(search).some((value) => value !== undefined)} />
  return (
    <>
      <CartTable carts={carts} />
      <CartList carts={carts} />
      {(search.before || next) && (
        <nav aria-label="Pages" className="mt-4 flex justify-between">
          {search.before && (
            <Link href={cartsHref({ ...search, before: undefined })} className={linkStyle}>
              Newest
            </Link>
          )}
          {next && (
            <Link href={cartsHref({ ...search, before: next })} className={cn(linkStyle, 'ml-auto')}>
              Older
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
