'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import type { ProductActionAnswer } from '@/lib/shop/product/wire/product-answers'
import { type NewProduct, newProduct } from '@/lib/shop/product/wire/product-requests'
import { TextField } from '../../../ui/text-field'
import { FormError } from '../../account/form-error'
import { SubmitButton } from '../../account/submit-button'
import { priceFields, priceOf, withFinePrice } from './price-fields'
import { useChangeProduct } from './use-change-product'

interface NewProductFormProps {
  readonly addProduct: (product: NewProduct, commandId: string) => Promise<ProductActionAnswer>
}

const blankIsNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const fields = withFinePrice(
  newProduct.pick({ productId: true, name: true, category: true }).extend({
    ...priceFields.shape,
    description: z.string().trim().max(2_000),
    group: blankIsNone(newProduct.shape.group),
    stock: blankIsNone(z.coerce.number().pipe(newProduct.shape.stock.unwrap()).optional()),
  }),
)
type Typed = z.input<typeof fields>
type Checked = z.output<typeof fields>

const nothing: Typed = {
  productId: '',
  name: '',
  category: '',
  description: '',
  group: '',
  amount: '',
  currency: 'USD',
  stock: '',
}

/** Puts a product into the catalogue. */
export const NewProductForm = ({ addProduct }: NewProductFormProps) => {
  const { register, handleSubmit, reset, formState } = useForm<Typed, unknown, Checked>({
    resolver: zodResolver(fields),
    defaultValues: nothing,
  })
  const { errors } = formState
  const { isBusy, trouble, run } = useChangeProduct(addProduct)
  const submit = handleSubmit(async ({ amount, currency, ...told }) => {
    const unitPrice = priceOf({ amount, currency })
    if (await run({ ...told, unitPrice }, `${told.name} is in the catalogue.`))
      reset({ ...nothing, currency })
  })
  return (
    <form
      method="post"
      noValidate
      onSubmit={submit}
      aria-label="New product"
      className="mt-10 grid gap-x-6 gap-y-5 border-ink border-t py-6 sm:grid-cols-2 lg:grid-cols-4"
    >
      <h2 className="title sm:col-span-full">A new product</h2>
      <TextField
        label="Id"
        hint="Stands in addresses, and stays."
        autoComplete="off"
        error={errors.productId?.message && `The id ${errors.productId.message}.`}
        {...register('productId')}
      />
      <TextField
        label="Name"
        autoComplete="off"
        error={errors.name?.message && `The name ${errors.name.message}.`}
        {...register('name')}
      />
      <TextField
        label="Category"
        autoComplete="off"
        error={errors.category?.message && `The category ${errors.category.message}.`}
        {...register('category')}
      />
      <TextField
        label="Group"
        hint="Variants of one thing share it."
        autoComplete="off"
        error={errors.group?.message && `The group ${errors.group.message}.`}
        {...register('group')}
      />
      <TextField
        label="Description"
        autoComplete="off"
        error={errors.description?.message && `The description ${errors.description.message}.`}
        {...register('description')}
      />
      <TextField
        label="Price"
        inputMode="decimal"
        autoComplete="off"
        error={errors.amount?.message && `The price ${errors.amount.message}.`}
        {...register('amount')}
      />
      <TextField
        label="Currency"
        autoComplete="off"
        error={errors.currency?.message && `The currency ${errors.currency.message}.`}
        {...register('currency')}
      />
      <TextField
        label="Pieces"
        hint="Left empty it isn’t counted."
        inputMode="numeric"
        autoComplete="off"
        error={errors.stock?.message && `The number of pieces ${errors.stock.message}.`}
        {...register('stock')}
      />
      <div className="grid gap-3 sm:col-span-full sm:justify-items-start">
        <FormError>{trouble}</FormError>
        <SubmitButton isBusy={isBusy}>Add to the catalogue</SubmitButton>
      </div>
    </form>
  )
}
