import { AddressFields } from './address-fields'
import { ContactFields } from './contact-fields'
import { PaymentChoice } from './payment-choice'
import type { CheckoutForm } from './use-checkout-form'

/** Who orders, where it goes, and how to pay. */
export const CheckoutFields = ({ form }: { readonly form: CheckoutForm }) => (
  <div className="grid gap-6">
    <ContactFields form={form} />
    <AddressFields form={form} />
    <PaymentChoice {...form.register('paymentMethod')} />
  </div>
)
