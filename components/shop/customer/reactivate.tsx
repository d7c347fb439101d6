'use client'

import { useState, useTransition } from 'react'
import { Button } from '../../ui/button'
import { FormError } from '../account/form-error'
import { type ChangeCustomer, useChange } from './use-change'

interface ReactivateProps {
  readonly change: ChangeCustomer
  readonly customerId: string
}

/** Lets a customer in again. */
export const Reactivate = ({ change, customerId }: ReactivateProps) => {
  const send = useChange(change, customerId)
  const [why, setWhy] = useState<string>()
  const [isBusy, start] = useTransition()
  const reactivate = () => start(async () => setWhy(await send({ type: 'ReactivateCustomer' })))
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-md text-muted">They can’t sign in, nor buy anything with their account.</p>
      <Button variant="primary" disabled={isBusy} onClick={reactivate}>
        Reactivate
      </Button>
      <FormError>{why}</FormError>
    </div>
  )
}
