'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { OutdatedClosing } from '@/lib/shop/cart/client/closing'
import { type CheckoutAnswers, type CheckoutTyped, checkoutForm } from '@/lib/shop/cart/wire/checkout-form'
import { countryOf } from '@/lib/shop/wire/countries'

const nothing: CheckoutTyped = {
  paymentMethod: 'Card',
  contact: { name: '', email: '' },
  shippingAddress: { street: '', city: '', state: '', zipCode: '', country: 'US' },
  discountCode: '',
  usesCredit: false,
}

/** The country that the browser's language is spoken in, where it says one. */
const likelyCountry = (): string =>
  countryOf(new Intl.Locale(navigator.language).maximize().region ?? '') ?? 'US'

/**
 * The checkout's answers, checked as the server checks them. They outlive the dialog they are given in; asked again after
 * the page was left, they are those that were sent.
 */
export const useCheckoutForm = (outdated: OutdatedClosing | undefined) => {
  const form = useForm<CheckoutTyped, unknown, CheckoutAnswers>({
    resolver: zodResolver(checkoutForm),
    mode: 'onTouched',
    defaultValues: async () => ({
      ...nothing,
      shippingAddress: { ...nothing.shippingAddress, country: likelyCountry() },
    }),
  })
  const { reset, formState } = form
  const { isDirty, isLoading } = formState
  const request = outdated?.request
  useEffect(() => {
    if (request?.type !== 'Checkout' || isDirty || isLoading) return
    const { paymentMethod, shippingAddress, contact = nothing.contact, discountCode = '', payment } = request
    const usesCredit = payment?.credit !== undefined
    reset({ paymentMethod, shippingAddress, contact, discountCode, usesCredit })
  }, [request, isDirty, isLoading, reset])
  return form
}

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
