import { addressFieldsOf, addressParts, type FormField } from '@/lib/shop/wire/address/address-fields'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { CountryOptions } from '../country-options'
import type { CheckoutForm } from './use-checkout-form'

const completions: Record<FormField['name'], string> = {
  street: 'shipping street-address',
  city: 'shipping address-level2',
  state: 'shipping address-level1',
  zipCode: 'shipping postal-code',
}

const spans: Record<FormField['name'], string> = {
  street: 'col-span-6',
  city: 'col-span-4',
  state: 'col-span-3',
  zipCode: 'col-span-2 max-sm:col-span-3',
}

/** Where it goes: the fields that an address has in its country. */
export const AddressFields = ({ form }: { readonly form: CheckoutForm }) => {
  const { register, setValue, formState, watch } = form
  const wrong = formState.errors.shippingAddress
  const country = watch('shippingAddress.country')
  return (
    <fieldset className="grid grid-cols-6 gap-x-6 gap-y-4">
      <legend className="sr-only">Shipping address</legend>
      <SelectField
        label="Country"
        autoComplete="shipping country"
        className="col-span-6"
        error={wrong?.country?.message && `Country ${wrong.country.message}.`}
        {...register('shippingAddress.country', {
          onChange: ({ target }) => {
            const shown = addressFieldsOf(target.value).map(({ name }) => name)
            // What has no field there isn't sent.
            for (const name of addressParts)
              if (!shown.includes(name)) setValue(`shippingAddress.${name}`, '')
          },
        })}
      >
        <CountryOptions />
      </SelectField>
      {addressFieldsOf(country).map(({ name, label, isNeeded }) => {
        const message = wrong?.[name]?.message
        return (
          <TextField
            key={name}
            label={isNeeded ? label : `${label} (optional)`}
            autoComplete={completions[name]}
            className={spans[name]}
            error={message && `${label} ${message}.`}
            {...register(`shippingAddress.${name}`)}
          />
        )
      })}
    </fieldset>
  )
}
