'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { Button } from '../../ui/button'

interface BranchPointProps {
  readonly after: number
  readonly head: number
  readonly onChange: (after: number) => void
}

/** Where the branch leaves truth; another version begins another branch. */
export const BranchPoint = ({ after, head, onChange }: BranchPointProps) => {
  const id = useId()
  const { register, handleSubmit, formState, watch } = useForm({
    resolver: zodResolver(pointWithin(head)),
    values: { after: String(after) },
  })
  const wrong = formState.errors.after
  return (
    <form
      noValidate
      onSubmit={handleSubmit((point) => onChange(Number(point.after)))}
      className="flex flex-wrap items-center gap-x-2 text-sm text-muted"
    >
      <label htmlFor={id}>Branches off after version</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong && `${id}-error`}
        className="h-8 w-16 border-edge border-b bg-transparent text-center font-mono text-sm text-ink tabular-nums outline-none focus:border-accent aria-invalid:border-danger pointer-coarse:h-11"
        {...register('after')}
      />
      {watch('after').trim() !== String(after) && (
        <Button type="submit" size="sm">
          Start there
        </Button>
      )}
      {wrong && (
        <span id={`${id}-error`} className="text-danger">
          {wrong.message}
        </span>
      )}
    </form>
  )
}

const pointWithin = (head: number) =>
  z.object({
    after: z
      .string()
      .refine((text) => /^\s*\d+\s*$/.test(text) && Number(text) <= head, `A version from 0 to ${head}.`),
  })
