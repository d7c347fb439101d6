import type { ShippingRate } from '@/lib/shop/amounts/pricing-terms'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { TermForm } from './term-form'
import { TermList } from './term-list'
import { shippingText } from './term-words'
import { TermsSection } from './terms-section'
import { countriesIn, stepsIn } from './typed-terms'

/** What shipping costs, and where to. */
export const ShippingRates = ({ rates }: { readonly rates: readonly ShippingRate[] }) => (
  <TermsSection
    title="Shipping"
    words="Without a rate the shop ships everywhere for nothing. With one, only where one holds: a rate that names the country goes before one that names none."
  >
    <TermList
      label="Shipping rates"
      terms={rates.map((rate) => ({
        name: rate.id,
        words: shippingText(rate),
        removal: { type: 'RemoveShippingRate', id: rate.id },
      }))}
    />
    <TermForm
      label="Set a shipping rate"
      button="Set rate"
      isNew
      commandOf={(typed) => {
        const by = typed('by') === 'weight' ? 'weight' : 'total'
        return {
          type: 'SetShippingRate',
          id: typed('id'),
          countries: countriesIn(typed('countries')),
          by,
          steps: stepsIn(typed('steps'), by, typed('currency').toUpperCase() || 'USD'),
        }
      }}
    >
      <TextField label="Name" name="id" autoComplete="off" />
      <TextField label="Countries" name="countries" hint="None: everywhere else" autoComplete="off" />
      <SelectField label="By" name="by">
        <option value="total">what goods come to</option>
        <option value="weight">weight in grams</option>
      </SelectField>
      <TextField label="Currency" name="currency" defaultValue="USD" autoComplete="off" />
      <label className="col-span-2 grid text-muted text-sm">
        Steps: from, and price
        <textarea
          name="steps"
          rows={2}
          placeholder={'0 4.90\n50 0'}
          className="resize-y border-edge border-b bg-transparent py-1.5 font-mono text-ink text-md outline-none focus:border-accent"
        />
      </label>
    </TermForm>
  </TermsSection>
)
