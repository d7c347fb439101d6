import type { TermsState } from '@/lib/shop/terms/state'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { TermForm } from './term-form'
import { TermsSection } from './terms-section'

const minute = 60

/** How prices are meant, and how long an order may be changed and paid. */
export const SaleTerms = ({ terms }: { readonly terms: TermsState }) => (
  <TermsSection
    title="Prices and time"
    words="An order’s items may change until its time for that is over, or staff confirms it. One that isn’t paid in time is cancelled."
  >
    <TermForm
      label="Prices"
      button="Set"
      commandOf={(typed) => ({ type: 'SetPrices', prices: typed('prices') === 'net' ? 'net' : 'gross' })}
    >
      <SelectField
        label="Prices of the catalogue"
        name="prices"
        defaultValue={terms.prices}
        className="col-span-2"
      >
        <option value="gross">have tax in them</option>
        <option value="net">get tax on top</option>
      </SelectField>
    </TermForm>
    <TermForm
      label="Time to change an order"
      button="Set"
      commandOf={(typed) => ({
        type: 'SetEditWindow',
        seconds: Math.round(Number(typed('minutes')) * minute),
      })}
    >
      <TextField
        label="Minutes to change an order"
        name="minutes"
        inputMode="decimal"
        defaultValue={String(terms.editWindowSeconds / minute)}
        className="col-span-2"
      />
    </TermForm>
    <TermForm
      label="Time to pay an order"
      button="Set"
      commandOf={(typed) => ({
        type: 'SetPaymentWindow',
        seconds: Math.round(Number(typed('minutes')) * minute),
      })}
    >
      <TextField
        label="Minutes to pay an order"
        name="minutes"
        inputMode="decimal"
        defaultValue={String(terms.paymentWindowSeconds / minute)}
        className="col-span-2"
      />
    </TermForm>
  </TermsSection>
)
