'use client'

import { type KeyboardEvent, useState } from 'react'

interface QuantityFieldProps {
  readonly name: string
  readonly quantity: number
  readonly onCommit: (quantity: number) => void
}

const maxDigits = 6

/** A quantity to type over; it counts on Enter or when the field is left, Escape takes it back. */
export const QuantityField = ({ name, quantity, onCommit }: QuantityFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? String(quantity)
  const commit = () => {
    setDraft(null)
    if (draft !== null && draft !== '' && Number(draft) !== quantity) onCommit(Number(draft))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit()
    if (event.key !== 'Escape' || draft === null) return
    event.preventDefault()
    setDraft(null)
  }
  return (
    <input
      type="number"
      inputMode="numeric"
      min={1}
      autoComplete="off"
      aria-label={`Quantity of ${name}`}
      value={shown}
      onChange={(event) => setDraft(event.target.value.slice(0, maxDigits))}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
      style={{ width: `${Math.max(2, shown.length) + 0.75}ch` }}
      className="h-full min-w-7 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none bg-transparent pointer-coarse:min-w-11 text-center underline decoration-transparent decoration-dotted underline-offset-4 transition-[text-decoration-color] focus-visible:-outline-offset-1 group-data-pending:decoration-accent group-data-pending:delay-200"
    />
  )
}
