'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import type { StaffProduct } from '@/lib/shop/product/wire/api-catalogue'
import { writeAmount } from '@/lib/shop/wire/amount'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'
import { FormError } from '../../account/form-error'
import { SubmitButton } from '../../account/submit-button'
import type { Change } from './change'
import { priceFields, priceOf, withFinePrice } from './price-fields'
import { useChangeProduct } from './use-change-product'

interface OfferFormProps {
  readonly product: StaffProduct
  readonly change: Change
  readonly openCarts: ReactNode
}

const fields = withFinePrice(priceFields)

/** What a product costs, and whether it is sold: with what that does to open carts, before it is done. */
export const OfferForm = ({ product, change, openCarts }: OfferFormProps) => {
  const { isBusy, trouble, run } = useChangeProduct(change)
  const [wrong, setWrong] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const parsed = fields.safeParse(Object.fromEntries(new FormData(event.currentTarget)))
    setWrong(parsed.error?.issues[0]?.message)
    if (parsed.success) {
      void run({ type: 'PriceProduct', unitPrice: priceOf(parsed.data) }, 'It costs that from now on.')
    }
  }
  const withdraw = () => void run({ type: 'WithdrawProduct' }, 'It is sold no more.')
  const bringBack = () => void run({ type: 'BringBackProduct' }, 'It is sold again.')
  return (
    <form method="post" noValidate onSubmit={submit} aria-label="Price" className="grid content-start gap-5">
      <h2 className="title">What it costs</h2>
      {openCarts}
      <div className="grid grid-cols-[2fr_1fr] gap-6">
        <TextField
          label="Price"
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={writeAmount(product.unitPrice)}
          error={wrong && `The price ${wrong}.`}
        />
        <TextField label="Currency" name="currency" defaultValue={product.unitPrice.currency} />
      </div>
      <FormError>{trouble}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton isBusy={isBusy}>Set the price</SubmitButton>
        {product.isWithdrawn ? (
          <Button size="lg" onClick={bringBack} disabled={isBusy}>
            Bring it back
          </Button>
        ) : (
          <Button size="lg" variant="danger" onClick={withdraw} disabled={isBusy}>
            Withdraw it
          </Button>
        )}
      </div>
    </form>
  )
}
