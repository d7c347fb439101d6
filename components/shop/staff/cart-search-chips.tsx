import { X } from 'lucide-react'
import Link from 'next/link'
import { printCartQuery, printClause } from '@/lib/shop/cart/wire/search/print'
import type { CartQuery } from '@/lib/shop/cart/wire/search/query'
import { type CartsSearch, cartsHref } from './cart-search'
import { chipStyle } from './chip-style'

interface CartSearchChipsProps {
  readonly search: CartsSearch
  readonly query: CartQuery
}

/** What is asked for, clause by clause, each to be taken out again. */
export const CartSearchChips = ({ search, query }: CartSearchChipsProps) =>
  query.length > 0 && (
    <ul aria-label="What is looked for" className="contents">
      {query.map((clause, nth) => {
        const typed = printClause(clause)
        const without = printCartQuery(query.filter((_, other) => other !== nth))
        return (
          // The same clause may stand there twice.
          <li key={`${typed} ${query.slice(0, nth).filter((other) => printClause(other) === typed).length}`}>
            <Link
              href={cartsHref({ q: without, status: search.status })}
              aria-label={`Take out ${typed}`}
              className={chipStyle}
            >
              <span className="max-w-60 truncate font-mono">{typed}</span>
              <X aria-hidden className="size-3.5 shrink-0 text-muted" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
