import type { TaxRate } from '@/lib/shop/amounts/pricing-terms'
import { TextField } from '../../ui/text-field'
import { TermForm } from './term-form'
import { TermList } from './term-list'
import { taxText } from './term-words'
import { TermsSection } from './terms-section'
import { countriesIn, dayIn, rateIn, taxedIn } from './typed-terms'

/** What tax there is, on what, where, and from when. */
export const TaxRates = ({ rates }: { readonly rates: readonly TaxRate[] }) => (
  <TermsSection
    title="Tax"
    words="The nearest rate holds: one that names the country before one that names none, one on a category or on shipping before one on everything, and of those the one that began last."
  >
    <TermList
      label="Tax rates"
      terms={rates.map((rate) => ({
        name: rate.id,
        words: taxText(rate),
        removal: { type: 'RemoveTaxRate', id: rate.id },
      }))}
    />
    <TermForm
      label="Set a tax rate"
      button="Set rate"
      isNew
      commandOf={(typed) => ({
        type: 'SetTaxRate',
        id: typed('id'),
        countries: countriesIn(typed('countries')),
        on: taxedIn(typed('on')),
        rate: rateIn(typed('rate')),
        from: dayIn(typed('from')),
      })}
    >
      <TextField label="Name" name="id" autoComplete="off" />
      <TextField label="Countries" name="countries" hint="None: everywhere else" autoComplete="off" />
      <TextField label="On" name="on" hint="A category, shipping, or all" autoComplete="off" />
      <TextField label="Per cent" name="rate" inputMode="decimal" autoComplete="off" />
      <TextField label="From" name="from" type="date" />
    </TermForm>
  </TermsSection>
)
