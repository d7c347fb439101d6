import { FieldError } from '@/components/ui/field-error'
import type { InvalidQuery } from '@/lib/shop/cart/wire/search/query'

interface CartSearchErrorProps {
  readonly id: string
  readonly typed: string
  readonly invalid: InvalidQuery
}

/** What is wrong with a search, and where. */
export const CartSearchError = ({ id, typed, invalid: { at, length, message } }: CartSearchErrorProps) => (
  <div role="alert">
    <p className="wrap-anywhere whitespace-pre-wrap font-mono text-sm" aria-hidden>
      <span className="text-muted">{typed.slice(0, at)}</span>
      <mark className="bg-transparent text-danger underline decoration-wavy underline-offset-4">
        {typed.slice(at, at + length) || ' … '}
      </mark>
      <span className="text-muted">{typed.slice(at + length)}</span>
    </p>
    <FieldError id={id}>{message}.</FieldError>
  </div>
)
