'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { OutdatedClosing } from '@/lib/shop/cart/client/closing'
import { type CheckoutDetails, checkoutDetails } from '@/lib/shop/cart/wire/commands'

/**
 * The checkout's answers, checked as the server checks them. They outlive the dialog they are given in; asked again after
 * the page was left, they are those that were sent.
 */
export const useCheckoutForm = (outdated: OutdatedClosing | undefined) => {
  const form = useForm<CheckoutDetails>({
    resolver: zodResolver(checkoutDetails),
    mode: 'onTouched',
    defaultValues: {
      paymentMethod: 'Card',
      shippingAddress: { street: '', city: '', state: '', zipCode: '', country: '' },
    },
  })
  const { reset, formState } = form
  const { isDirty } = formState
  const request = outdated?.request
  useEffect(() => {
    if (request?.type !== 'Checkout' || isDirty) return
    const { paymentMethod, shippingAddress } = request
    reset({ paymentMethod, shippingAddress })
  }, [request, isDirty, reset])
  return form
}

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
