'use client'

import { type FormEvent, useId } from 'react'
import type { StaffProduct } from '@/lib/shop/product/wire/api-catalogue'
import { TextField } from '../../../ui/text-field'
import { FormError } from '../../account/form-error'
import { SubmitButton } from '../../account/submit-button'
import type { Change } from './change'
import { useChangeProduct } from './use-change-product'

interface DescribeFormProps {
  readonly product: StaffProduct
  readonly change: Change
}

/** What a product is called, and how it is told. */
export const DescribeForm = ({ product, change }: DescribeFormProps) => {
  const { isBusy, trouble, run } = useChangeProduct(change)
  const descriptionId = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => `${typed.get(name) ?? ''}`.trim()
    const group = text('group')
    void run(
      {
        type: 'DescribeProduct',
        name: text('name'),
        description: text('description'),
        category: text('category'),
        ...(group !== '' && { group }),
      },
      'It is told so from now on.',
    )
  }
  return (
    <form method="post" onSubmit={submit} aria-label="Description" className="grid content-start gap-5">
      <h2 className="title">How it is told</h2>
      <TextField label="Name" name="name" required maxLength={200} defaultValue={product.name} />
      <div className="grid">
        <label htmlFor={descriptionId} className="text-sm text-muted">
          Description
        </label>
        <textarea
          id={descriptionId}
          name="description"
          maxLength={2_000}
          rows={4}
          defaultValue={product.description}
          className="w-full border-edge border-b bg-transparent text-lg outline-none focus:border-accent"
        />
      </div>
      <TextField label="Category" name="category" required maxLength={100} defaultValue={product.category} />
      <TextField
        label="Group"
        hint="Variants of one thing share it."
        name="group"
        maxLength={64}
        defaultValue={product.group ?? ''}
      />
      <div className="grid gap-3 sm:justify-items-start">
        <FormError>{trouble}</FormError>
        <SubmitButton isBusy={isBusy}>Tell it so</SubmitButton>
      </div>
    </form>
  )
}
