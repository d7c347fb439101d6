import { useState } from 'react'
import type { CartRefusal } from '@/lib/shop/cart/wire/cart-answers'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { rejectionSentence } from './rejection-sentence'

interface DiscountFieldProps {
  /** The code that counts now; empty where none does. */
  readonly code: string
  readonly refusal: CartRefusal | undefined
  readonly onCode: (code: string) => void
}

/** Takes a discount code, and says why where it doesn't hold. Enter in it takes the code and orders nothing. */
export const DiscountField = ({ code, refusal, onCode }: DiscountFieldProps) => {
  const [typed, setTyped] = useState(code)
  const [shown, setShown] = useState(code)
  // It was taken away, or came back with what is asked again.
  if (code !== shown) {
    setShown(code)
    setTyped(code)
  }
  const isTaken = code !== '' && typed.trim() === code
  const isRefused = isTaken && refusal?.type.startsWith('Discount') === true
  return (
    <div className="flex items-start gap-3">
      <TextField
        label="Discount code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        className="flex-1"
        error={isRefused && refusal ? rejectionSentence(refusal) : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onCode(typed.trim())
        }}
      />
      <Button
        className="mt-5"
        disabled={code === '' && typed.trim() === ''}
        onClick={() => onCode(isTaken ? '' : typed.trim())}
      >
        {isTaken ? 'Remove' : 'Apply'}
      </Button>
    </div>
  )
}
