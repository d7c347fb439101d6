'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import type { CartState } from '@/lib/shop/cart/state'
import { eventForms, type FieldValues } from '../../shop/cart/view/event-fields'
import { eventOf, usualValues, valuesOf } from '../../shop/cart/view/event-values'
import type { ProductNames } from '../../shop/cart/view/product-names'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

export interface EventDialogProps {
  /** What is edited; undefined where a new event is put in. */
  readonly event: CartEvent | undefined
  /** The branch before it. */
  readonly before: CartState
  readonly names: ProductNames
  readonly onSave: (event: CartEvent) => void
  readonly onClose: () => void
}

/** Edits an event of the branch, or makes a new one. */
export const EventDialog = ({ event, before, names, onSave, onClose }: EventDialogProps) => {
  const [type, setType] = useState<CartEventType>(event?.type ?? 'ItemAdded')
  return (
    <Dialog
      open
      onOpenChange={(opened) => !opened && onClose()}
      title={event ? 'Edit event' : 'Insert event'}
      description="Only in this branch. Nothing here is stored."
    >
      {!event && <TypeField type={type} onChange={setType} />}
      <EventForm
        key={type}
        type={type}
        values={event ? valuesOf(event) : usualValues(type, before)}
        names={names}
        onSave={(values) => onSave(eventOf(type, values, before))}
      />
    </Dialog>
  )
}

interface TypeFieldProps {
  readonly type: CartEventType
  readonly onChange: (type: CartEventType) => void
}

const types = Object.keys(eventForms) as CartEventType[]

const TypeField = ({ type, onChange }: TypeFieldProps) => (
  <label className="mb-4 grid text-sm text-muted">
    What happens
    <select
      value={type}
      onChange={({ target }) => onChange(target.value as CartEventType)}
      className="h-10 border-edge border-b bg-card text-lg text-ink outline-none focus:border-accent pointer-coarse:h-11"
    >
      {types.map((each) => (
        <option key={each} value={each}>
          {eventForms[each].name}
        </option>
      ))}
    </select>
  </label>
)

interface EventFormProps {
  readonly type: CartEventType
  readonly values: FieldValues
  readonly names: ProductNames
  readonly onSave: (values: FieldValues) => void
}

const EventForm = ({ type, values, names, onSave }: EventFormProps) => {
  const products = useId()
  const { fields, schema } = eventForms[type]
  const { register, handleSubmit, formState } = useForm<FieldValues>({
    resolver: zodResolver(schema),
    defaultValues: values,
  })
  return (
    <form noValidate onSubmit={handleSubmit(onSave)} className="grid gap-4">
      {fields.map(({ name, label, inputMode, isProduct }) => {
        const message = formState.errors[name]?.message
        return (
          <TextField
            key={name}
            label={label}
            autoComplete="off"
            inputMode={inputMode}
            list={isProduct && products}
            error={message && `${label} ${message}.`}
            {...register(name)}
          />
        )
      })}
      <datalist id={products}>
        {[...names].map(([productId, name]) => (
          <option key={productId} value={productId}>
            {name}
          </option>
        ))}
      </datalist>
      <Button type="submit" variant="primary" size="lg" className="mt-3 w-full">
        Take into the branch
      </Button>
    </form>
  )
}
