'use client'

import { type FormEvent, useState } from 'react'
import type { StaffProduct } from '@/lib/shop/product/wire/api-catalogue'
import type { StockRequest } from '@/lib/shop/product/wire/product-requests'
import { Button } from '../../../ui/button'
import { count } from '../../../ui/format'
import { TextField } from '../../../ui/text-field'
import { FormError } from '../../account/form-error'
import { SubmitButton } from '../../account/submit-button'
import type { Change } from './change'
import { useChangeProduct } from './use-change-product'

interface StockFormProps {
  readonly product: StaffProduct
  readonly change: Change
}

type What = 'ReceiveStock' | 'CountStock' | 'WriteOffStock'

const names: Readonly<Record<What, string>> = {
  ReceiveStock: 'came in',
  CountStock: 'were counted on the shelf',
  WriteOffStock: 'are written off',
}

/** What there is of a product: what came in, what was counted, what is lost. */
export const StockForm = ({ product: { stock }, change }: StockFormProps) => {
  const { isBusy, trouble, run } = useChangeProduct(change)
  const [what, setWhat] = useState<What>('ReceiveStock')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const quantity = Number(typed.get('quantity'))
    const reason = `${typed.get('reason') ?? ''}`.trim()
    if (await run(requestOf(what, quantity, reason), 'The stock is noted.')) form.reset()
  }
  return (
    <form method="post" onSubmit={submit} aria-label="Stock" className="grid content-start gap-5">
      <h2 className="title">What there is of it</h2>
      <p className="text-md">
        {stock
          ? `${count(stock.onHand, 'piece')} on the shelf, ${stock.reserved} promised to orders, ${stock.available} available.`
          : 'Nobody counts it, so it never runs out. It is counted from the first delivery or count on.'}
      </p>
      <div className="grid grid-cols-[1fr_2fr] items-end gap-6">
        <TextField label="Pieces" name="quantity" type="number" min={0} max={1_000_000_000} required />
        <label className="grid text-sm text-muted">
          that
          <select
            value={what}
            onChange={({ target }) => setWhat(target.value as What)}
            className="h-10 rounded-md border border-line bg-card px-2 text-ink text-md pointer-coarse:h-11"
          >
            {Object.entries(names).map(([type, name]) => (
              <option key={type} value={type}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {what !== 'CountStock' && (
        <TextField
          label={what === 'WriteOffStock' ? 'Why' : 'What for, where there is something to say'}
          name="reason"
          maxLength={200}
          required={what === 'WriteOffStock'}
        />
      )}
      <FormError>{trouble}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton isBusy={isBusy}>Note it</SubmitButton>
        {stock && (
          <Button
            size="lg"
            disabled={isBusy}
            onClick={() => void run({ type: 'StopCounting' }, 'It isn’t counted any more.')}
          >
            Stop counting
          </Button>
        )}
      </div>
    </form>
  )
}

const requestOf = (type: What, quantity: number, reason: string): StockRequest => {
  if (type === 'CountStock') return { type, quantity }
  if (type === 'WriteOffStock') return { type, quantity, reason }
  return reason === '' ? { type, quantity } : { type, quantity, reason }
}
