import { TextField } from '../../ui/text-field'
import type { CheckoutForm } from './use-checkout-form'

/** Whom to write to about the order. */
export const ContactFields = ({ form: { register, formState } }: { readonly form: CheckoutForm }) => {
  const wrong = formState.errors.contact
  return (
    <fieldset className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <legend className="sr-only">Who orders</legend>
      <TextField
        label="Name"
        autoComplete="shipping name"
        error={wrong?.name?.message && `Name ${wrong.name.message}.`}
        {...register('contact.name')}
      />
      <TextField
        label="E-mail"
        type="email"
        autoComplete="email"
        error={wrong?.email?.message && `E-mail ${wrong.email.message}.`}
        {...register('contact.email')}
      />
    </fieldset>
  )
}
