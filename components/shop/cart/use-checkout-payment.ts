import { useState } from 'react'
import { useAvailableCredit } from '@/lib/shop/account/client/use-available-credit'
import type { Closing } from '@/lib/shop/cart/client/closing'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { type Money, money } from '@/lib/shop/money'
import { useCardToken, usePaymentOffer } from '@/lib/shop/payment/client/use-card-token'
import type { PaymentOffer } from '@/lib/shop/payment/wire/payment-offer'
import { firstNumber } from './card-field'
import type { CheckoutForm } from './use-checkout-form'

export interface CheckoutPayment {
  readonly offer: PaymentOffer | undefined
  readonly isByCard: boolean
  /** The number that was given is none of a card. */
  readonly isInvalid: boolean
  /** The provider is being asked what stands for the card. */
  readonly isWaiting: boolean
  readonly setNumber: (number: string) => void
  /** What store credit can pay of it. */
  readonly credit: Money
  /** What the checkout says of it: the provider's token, and what store credit pays. */
  readonly said: Extract<Closing, { type: 'Checkout' }>['payment']
}

/** How a checkout is paid. Where the provider can't be asked, the order is placed all the same and waits to be paid. */
export const useCheckoutPayment = (
  session: Pick<CartSession, 'optimistic' | 'isGuest'>,
  form: CheckoutForm,
  isOpen: boolean,
  toPay: Money,
): CheckoutPayment => {
  const [method, usesCredit] = form.watch(['paymentMethod', 'usesCredit'])
  const [number, setNumber] = useState(firstNumber)
  const offer = usePaymentOffer(isOpen)
  const isByCard = method === 'Card'
  const takesCard = isByCard && offer?.provider === 'test'
  const card = useCardToken(number, isOpen && takesCard)
  const { customerId } = session.optimistic
  const available = useAvailableCredit(customerId, toPay.currency, isOpen && !session.isGuest)
  const credit = money(Math.min(available.amount, toPay.amount), toPay.currency)
  const reference = takesCard && card.answer?.type === 'token' ? card.answer.token : undefined
  const said = {
    ...(reference !== undefined && { reference }),
    ...(usesCredit && credit.amount > 0 && { credit }),
  }
  return {
    offer,
    isByCard,
    isInvalid: takesCard && (number === '' || card.answer?.type === 'invalid'),
    isWaiting: takesCard && card.isAsking,
    setNumber,
    credit,
    said: Object.keys(said).length > 0 ? said : undefined,
  }
}
