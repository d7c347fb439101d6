'use client'

import { Search, X } from 'lucide-react'
import { useWake } from '@/lib/kit/client/page/use-wake'
import { useCatalogueFilter } from './use-catalogue-filter'
import { useTyping } from './use-typing'

/** The header's search field. On narrow screens it leaves with the catalogue, when the cart is looked at. */
export const ProductSearch = () => {
  const { filter, search } = useCatalogueFilter()
  const [typed, type] = useTyping(filter.q, search)
  const bar = useWake<HTMLElement>()

  return (
    <search
      ref={bar}
      data-asleep="island"
      className="order-last basis-full pb-3 in-[body:has([data-pane=cart],[data-pane=timeline])]:max-xl:hidden sm:order-none sm:max-w-96 sm:flex-1 sm:basis-auto sm:pb-0 lg:ml-6"
    >
      <label className="flex h-10 items-center gap-2.5 border-edge border-b transition-colors focus-within:border-accent pointer-coarse:h-11">
        <Search className="size-4 shrink-0 text-muted" strokeWidth={1.75} aria-hidden="true" />
        <span className="sr-only">Search products</span>
        <input
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-muted sm:text-md [&::-webkit-search-cancel-button]:hidden"
        />
        {typed !== '' && (
          <button
            type="button"
            aria-label="Clear search"
            onClick={() => type('')}
            className="grid size-9 shrink-0 place-items-center rounded-sm text-muted hover:text-ink"
          >
            <X className="size-4" strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      </label>
    </search>
  )
}
