'use client'

import { Bookmark, X } from 'lucide-react'
import Link from 'next/link'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { type CartsSearch, cartsHref } from './cart-search'
import { chipStyle } from './chip-style'
import { SaveSearchForm } from './save-search-form'
import { noSavedSearches, savedSearches, withoutSearch, withSearch } from './saved-search-list'

/** The searches this browser keeps, and a way to keep the one on the page. */
export const SavedSearches = ({ search: { q, status } }: { readonly search: CartsSearch }) => {
  const saved = useSyncExternalStore(savedSearches.subscribe, savedSearches.get, () => noSavedSearches)
  const [naming, setNaming] = useState(false)
  const isSaved = saved.some((one) => one.q === q && one.status === status)
  const save = (name: string) => {
    savedSearches.change((before) => withSearch(before, { name, q, status }))
    setNaming(false)
  }
  return (
    <>
      {saved.length > 0 && (
        <ul aria-label="Saved searches" className="contents">
          {saved.map(({ name, ...one }) => (
            <li key={name} className={cn(chipStyle, 'pr-1')}>
              <Link
                href={cartsHref(one)}
                prefetch={false}
                className="inline-flex min-w-0 items-center gap-1.5 after:content-none"
              >
                <Bookmark aria-hidden className="size-3.5 shrink-0 text-accent" />
                <span className="max-w-48 truncate">{name}</span>
              </Link>
              <button
                type="button"
                aria-label={`Forget ${name}`}
                onClick={() => savedSearches.change((before) => withoutSearch(before, name))}
                className="grid size-6 place-items-center rounded-full text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {(q || status) && !isSaved && !naming && (
        <Button variant="ghost" size="sm" onClick={() => setNaming(true)}>
          <Bookmark aria-hidden className="size-3.5" />
          Save this search
        </Button>
      )}
      {naming && (
        <SaveSearchForm suggested={q ?? status ?? ''} onSave={save} onCancel={() => setNaming(false)} />
      )}
    </>
  )
}
