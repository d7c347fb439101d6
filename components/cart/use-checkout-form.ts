'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { type CheckoutDetails, checkoutDetails } from '@/lib/protocol/commands'

/** The checkout's answers, checked as the server checks them. They outlive the dialog they are given in. */
export const useCheckoutForm = () =>
  useForm<CheckoutDetails>({
    resolver: zodResolver(checkoutDetails),
    mode: 'onTouched',
    defaultValues: {
      paymentMethod: 'Card',
      shippingAddress: { street: '', city: '', state: '', zipCode: '', country: '' },
    },
  })

export type CheckoutForm = ReturnType<typeof useCheckoutForm>
