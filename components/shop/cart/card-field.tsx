import { useId } from 'react'
import type { PaymentOffer } from '@/lib/shop/payment/wire/payment-offer'
import { TextField } from '../../ui/text-field'

interface CardFieldProps {
  readonly offer: Extract<PaymentOffer, { provider: 'test' }>
  readonly isInvalid: boolean
  readonly onNumber: (number: string) => void
}

/** The number that the page begins with: it is approved. */
export const firstNumber = '4242 4242 4242 4242'

const inGroups = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

/** Takes the number of a test card, and says that it is one. It goes to the provider alone, once one has left the field. */
export const CardField = ({ offer, isInvalid, onNumber }: CardFieldProps) => {
  const id = useId()
  return (
    <div className="border-edge border-l-2 pl-4">
      <TextField
        label="Test card"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        list={`${id}-cards`}
        defaultValue={firstNumber}
        className="font-mono"
        error={isInvalid ? 'That is no number of a card.' : undefined}
        onBlur={({ target }) => onNumber(target.value.trim())}
      />
      <datalist id={`${id}-cards`}>
        {offer.cards.map(({ number, words }) => (
          <option key={number} value={inGroups(number)}>
            {words}
          </option>
        ))}
      </datalist>
      <p className="pt-1.5 text-muted text-sm">{offer.says}</p>
    </div>
  )
}
