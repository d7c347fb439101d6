import { Search } from 'lucide-react'
import Form from 'next/form'
import { cartStatuses } from '@/lib/shop/cart/wire/cart-list'
import type { ParsedQuery } from '@/lib/shop/cart/wire/search/parse'
import { maxQueryLength } from '@/lib/shop/cart/wire/search/query'
import type { CartsSearch } from './cart-search'
import { CartSearchChips } from './cart-search-chips'
import { CartSearchError } from './cart-search-error'
import { CartSearchHelp } from './cart-search-help'
import { CartSearchStatus } from './cart-search-status'
import { SavedSearches } from './saved-searches'
import { statusLooks } from './status-badge'

const errorId = 'cart-search-error'

interface CartSearchFormProps {
  readonly search: CartsSearch
  /** What was typed, as it was understood. */
  readonly parsed: ParsedQuery
}

/** Finds carts by all that is known of them, and by how they stand. */
export const CartSearchForm = ({ search, parsed }: CartSearchFormProps) => (
  <div className="grid gap-3">
    <div className="flex items-center gap-2">
      <Form action="/carts" role="search" className="relative min-w-0 flex-1">
        <Search aria-hidden className="absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted" />
        <input
          key={search.q}
          type="search"
          name="q"
          defaultValue={search.q}
          maxLength={maxQueryLength}
          aria-label="Find carts"
          aria-invalid={parsed.type === 'invalid' || undefined}
          aria-describedby={parsed.type === 'invalid' ? errorId : undefined}
          placeholder="Id, product, words, or field:value"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="h-11 w-full rounded-md border border-edge bg-card pr-3 pl-10 font-mono text-md placeholder:font-sans placeholder:text-muted aria-invalid:border-danger"
        />
        {search.status && <input type="hidden" name="status" value={search.status} />}
      </Form>
      {/* Another one for each search, so that it is shut when one of its examples was taken. */}
      <CartSearchHelp key={search.q} status={search.status} />
    </div>
    {parsed.type === 'invalid' && <CartSearchError id={errorId} typed={search.q ?? ''} invalid={parsed} />}
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        {parsed.type === 'parsed' && <CartSearchChips search={search} query={parsed.query} />}
        <SavedSearches search={search} />
      </div>
      <nav aria-label="Status" className="-mx-2 flex flex-wrap">
        <CartSearchStatus search={search} status={undefined} name="All" />
        {cartStatuses.map((status) => (
          <CartSearchStatus key={status} search={search} status={status} name={statusLooks[status].name} />
        ))}
      </nav>
    </div>
  </div>
)
