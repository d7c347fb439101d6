'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import type { FieldValues } from '../view/event-form'
import { useWhatIfView } from '../view/view-parts'

export interface EventDialogProps {
  /** What is edited; undefined where a new event is put in. */
  readonly event: DomainEvent | undefined
  /** The branch before it. */
  readonly before: Versioned
  readonly names: unknown
  readonly onSave: (event: DomainEvent) => void
  readonly onClose: () => void
}

/** Edits an event of the branch, or makes a new one. */
export const EventDialog = ({ event, before, names, onSave, onClose }: EventDialogProps) => {
  const { choices, valuesOf, usualValues, eventOf } = useWhatIfView()
  const [type, setType] = useState(event?.type ?? choices[0]?.type ?? '')
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
  readonly type: string
  readonly onChange: (type: string) => void
}

const TypeField = ({ type, onChange }: TypeFieldProps) => (
  <label className="mb-4 grid text-sm text-muted">
    What happens
    <select
      value={type}
      onChange={({ target }) => onChange(target.value)}
      className="h-10 border-edge border-b bg-card text-lg text-ink outline-none focus:border-accent pointer-coarse:h-11"
    >
      {useWhatIfView().choices.map((choice) => (
        <option key={choice.type} value={choice.type}>
          {choice.name}
        </option>
      ))}
    </select>
  </label>
)

interface EventFormProps {
  readonly type: string
  readonly values: FieldValues
  readonly names: unknown
  readonly onSave: (values: FieldValues) => void
}

const EventForm = ({ type, values, names, onSave }: EventFormProps) => {
  const known = useId()
  const { formOf, suggestions } = useWhatIfView()
  const { fields, schema } = formOf(type)
  const { register, handleSubmit, formState } = useForm<FieldValues>({
    resolver: zodResolver(schema),
    defaultValues: values,
  })
  return (
    <form noValidate onSubmit={handleSubmit(onSave)} className="grid gap-4">
      {fields.map(({ name, label, inputMode, suggests }) => {
        const message = formState.errors[name]?.message
        return (
          <TextField
            key={name}
            label={label}
            autoComplete="off"
            inputMode={inputMode}
            list={suggests && known}
            error={message && `${label} ${message}.`}
            {...register(name)}
          />
        )
      })}
      <datalist id={known}>
        {suggestions(names).map(([value, name]) => (
          <option key={value} value={value}>
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
