import type { DiscountCode } from '@/lib/shop/amounts/pricing-terms'
import { readAmount } from '@/lib/shop/wire/amount'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { TermForm, type Typed } from './term-form'
import { TermList } from './term-list'
import { codeText } from './term-words'
import { TermsSection } from './terms-section'
import { dayIn, rateIn } from './typed-terms'

const worthIn = (typed: Typed, currency: string): DiscountCode['worth'] => {
  switch (typed('worth')) {
    case 'amount':
      return { type: 'amount', amount: readAmount(typed('value'), currency) }
    case 'freeShipping':
      return { type: 'freeShipping' }
    default:
      return { type: 'percent', rate: rateIn(typed('value')) }
  }
}

/** Codes that shoppers type, and what they are worth. */
export const DiscountCodes = ({ codes }: { readonly codes: readonly DiscountCode[] }) => (
  <TermsSection
    title="Discount codes"
    words="A code with a limit is counted with each order that uses it; an order that is cancelled gives its use back."
  >
    <TermList
      label="Codes"
      terms={codes.map((code) => ({
        name: code.code,
        words: codeText(code),
        removal: { type: 'WithdrawDiscountCode', code: code.code },
      }))}
    />
    <TermForm
      label="Set a discount code"
      button="Set code"
      isNew
      commandOf={(typed) => {
        const currency = typed('currency').toUpperCase() || 'USD'
        return {
          type: 'SetDiscountCode',
          code: typed('code'),
          worth: worthIn(typed, currency),
          ...(typed('minimum') !== '' && { minimum: readAmount(typed('minimum'), currency) }),
          ...(typed('from') !== '' && { from: dayIn(typed('from')) }),
          ...(typed('until') !== '' && { until: dayIn(typed('until')) }),
          ...(typed('limit') !== '' && { limit: Number(typed('limit')) }),
          ...(typed('limitPerCustomer') !== '' && { limitPerCustomer: Number(typed('limitPerCustomer')) }),
        }
      }}
    >
      <TextField label="Code" name="code" autoComplete="off" autoCapitalize="characters" />
      <SelectField label="Worth" name="worth">
        <option value="percent">per cent of the goods</option>
        <option value="amount">an amount</option>
        <option value="freeShipping">shipping for nothing</option>
      </SelectField>
      <TextField label="How much" name="value" inputMode="decimal" autoComplete="off" />
      <TextField label="Currency" name="currency" defaultValue="USD" autoComplete="off" />
      <TextField label="Goods of at least" name="minimum" inputMode="decimal" autoComplete="off" />
      <TextField label="From" name="from" type="date" />
      <TextField label="Until" name="until" type="date" />
      <TextField label="Orders in all" name="limit" inputMode="numeric" autoComplete="off" />
      <TextField label="For each customer" name="limitPerCustomer" inputMode="numeric" autoComplete="off" />
    </TermForm>
  </TermsSection>
)
