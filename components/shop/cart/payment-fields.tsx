import { formatMoney } from '../money-format'
import { CardField } from './card-field'
import { PaymentChoice } from './payment-choice'
import type { CheckoutForm } from './use-checkout-form'
import type { CheckoutPayment } from './use-checkout-payment'

interface PaymentFieldsProps {
  readonly form: CheckoutForm
  readonly payment: CheckoutPayment
}

/** How to pay, and what of it store credit pays. */
export const PaymentFields = ({ form: { register }, payment }: PaymentFieldsProps) => {
  const { offer, isByCard, isInvalid, setNumber, credit } = payment
  return (
    <div className="grid gap-4">
      <PaymentChoice {...register('paymentMethod')} />
      {isByCard && offer?.provider === 'test' && (
        <CardField offer={offer} isInvalid={isInvalid} onNumber={setNumber} />
      )}
      {credit.amount > 0 && (
        <label className="flex min-h-6 items-center gap-2 text-md pointer-coarse:min-h-11">
          <input type="checkbox" className="size-4 accent-(--accent)" {...register('usesCredit')} />
          Use {formatMoney(credit)} of your store credit
        </label>
      )}
    </div>
  )
}
