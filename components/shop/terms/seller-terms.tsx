import type { Seller } from '@/lib/shop/terms/events'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { CountryOptions } from '../country-options'
import { TermForm } from './term-form'
import { TermsSection } from './terms-section'

/** Who sells, as invoices say it. */
export const SellerTerms = ({ seller }: { readonly seller: Seller | undefined }) => (
  <TermsSection
    title="Seller"
    words="Invoices are written in this name from now on; those that are written stay as they are."
  >
    <TermForm
      label="Seller"
      button="Set seller"
      commandOf={(typed) => ({
        type: 'SetSeller',
        name: typed('name'),
        address: typed('address'),
        country: typed('country'),
        ...(typed('taxNumber') !== '' && { taxNumber: typed('taxNumber') }),
        ...(typed('email') !== '' && { email: typed('email') }),
      })}
    >
      <TextField label="Name" name="name" defaultValue={seller?.name} className="col-span-2" />
      <label className="col-span-2 grid text-muted text-sm">
        Address, but for the country
        <textarea
          name="address"
          rows={2}
          defaultValue={seller?.address}
          className="resize-y border-edge border-b bg-transparent py-1.5 text-ink text-md outline-none focus:border-accent"
        />
      </label>
      <SelectField label="Country" name="country" defaultValue={seller?.country ?? 'GB'}>
        <CountryOptions />
      </SelectField>
      <TextField label="Tax number" name="taxNumber" defaultValue={seller?.taxNumber} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        defaultValue={seller?.email}
        className="col-span-2"
      />
    </TermForm>
  </TermsSection>
)
