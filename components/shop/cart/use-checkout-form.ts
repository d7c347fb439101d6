'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { OutdatedClosing } from '@/lib/shop/cart/client/closing'
import { type CheckoutAnswers, type CheckoutTyped, checkoutForm } from '@/lib/shop/cart/wire/checkout-form'
import { countryOf } from '@/lib/shop/wire/countries'

const nobody = { name: '', email: '' }

const typedSoFar = (country: string): CheckoutTyped => ({
  paymentMethod: 'Card',
  contact: nobody,
  shippingAddress: { street: '', city: '', state: '', zipCode: '', country },
  discountCode: '',
  usesCredit: false,
})

/** The country that the browser's language is spoken in, where it says one. */
const likelyCountry = (): string =>
  countryOf(new Intl.Locale(navigator.language).maximize().region ?? '') ?? 'US'

/**
 * The checkout's answers, checked as the server checks them. They outlive the dialog they are given in; asked again after
 * the page was left, they are those that were sent.
 */
export const useCheckoutForm = (outdated: OutdatedClosing | undefined) => {
  const [defaultValues] = useState(() => typedSoFar(likelyCountry()))
  const form = useForm<CheckoutTyped, unknown, CheckoutAnswers>({
    resolver: zodResolver(checkoutForm),
    mode: 'onTouched',
    defaultValues,
  })
  const { reset, formState } = form
  const { isDirty } = formState
  const request = outdated?.request
  useEffect(() => {
    if (request?.type !== 'Checkout' || isDirty) return
    const { paymentMethod, shippingAddress, contact = nobody, discountCode = '', payment } = request
    const usesCredit = payment?.credit !== undefined
    reset({ paymentMethod, shippingAddress, contact, discountCode, usesCredit })
  }, [request, isDirty, reset])
  return form
}

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
