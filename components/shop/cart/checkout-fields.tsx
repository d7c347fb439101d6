import { AddressFields } from './address-fields'
import { ContactFields } from './contact-fields'
import { PaymentFields } from './payment-fields'
import type { CheckoutForm } from './use-checkout-form'
import type { CheckoutPayment } from './use-checkout-payment'

interface CheckoutFieldsProps {
  readonly form: CheckoutForm
  readonly payment: CheckoutPayment
}

/** Who orders, where it goes, and how to pay. */
export const CheckoutFields = ({ form, payment }: CheckoutFieldsProps) => (
  <div className="grid gap-6">
    <ContactFields form={form} />
    <AddressFields form={form} />
    <PaymentFields form={form} payment={payment} />
  </div>
)
