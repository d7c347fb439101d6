import { TextField } from '../../ui/text-field'
import { PaymentChoice } from './payment-choice'
import type { CheckoutForm } from './use-checkout-form'

const fields = [
  {
    name: 'street',
    label: 'Street and number',
    autoComplete: 'shipping address-line1',
    span: 'col-span-6',
  },
  { name: 'city', label: 'City', autoComplete: 'shipping address-level2', span: 'col-span-4' },
  { name: 'zipCode', label: 'ZIP code', autoComplete: 'shipping postal-code', span: 'col-span-2' },
  { name: 'state', label: 'State', autoComplete: 'shipping address-level1', span: 'col-span-3' },
  { name: 'country', label: 'Country', autoComplete: 'shipping country-name', span: 'col-span-3' },
] as const

/** How to pay and where to send it. */
export const CheckoutFields = ({ form: { register, formState } }: { readonly form: CheckoutForm }) => {
  const wrong = formState.errors.shippingAddress
  return (
    <div className="grid gap-6">
      <PaymentChoice {...register('paymentMethod')} />
      <fieldset className="grid grid-cols-6 gap-x-6 gap-y-4">
        <legend className="sr-only">Shipping address</legend>
        {fields.map(({ name, label, autoComplete, span }) => {
          const message = wrong?.[name]?.message
          return (
            <TextField
              key={name}
              label={label}
              autoComplete={autoComplete}
              className={span}
              error={message && `${label} ${message}.`}
              {...register(`shippingAddress.${name}`)}
            />
          )
        })}
      </fieldset>
    </div>
  )
}
