import type { ReactNode } from 'react'
import type { TermsRequest } from '@/lib/shop/terms/wire/api-terms'
import { Button } from '../../ui/button'
import { FormError } from '../account/form-error'
import { useSetTerm } from './use-set-term'

interface Listed {
  readonly name: string
  readonly words: ReactNode
  readonly removal: TermsRequest
}

/** What there is of one kind of terms, each to be taken back. */
export const TermList = ({ label, terms }: { readonly label: string; readonly terms: readonly Listed[] }) => {
  const { set, isBusy, refused } = useSetTerm()
  if (terms.length === 0) return null
  return (
    <>
      <ul aria-label={label} className="pt-3">
        {terms.map(({ name, words, removal }) => (
          <li
            key={name}
            className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-line border-b py-2.5"
          >
            <span className="wrap-anywhere font-mono text-md">{name}</span>
            <span className="wrap-anywhere min-w-0 flex-1 text-md text-muted">{words}</span>
            <Button
              size="sm"
              aria-disabled={isBusy}
              aria-label={`Take ${name} back`}
              onClick={() => !isBusy && void set(removal)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      <FormError>{refused}</FormError>
    </>
  )
}
