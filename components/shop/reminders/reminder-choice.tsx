'use client'

import { useId, useState } from 'react'
import { FormError } from '../account/form-error'
import { unreachable } from '../site/unreachable'

interface ReminderChoiceProps {
  readonly mayRemind: boolean
  /** False where it could not be kept. */
  readonly setReminders: (mayRemind: boolean) => Promise<boolean>
}

/** Whether one likes to be reminded of what one leaves in the cart: nobody is who didn't say so. */
export const ReminderChoice = ({ mayRemind, setReminders }: ReminderChoiceProps) => {
  const id = useId()
  const [kept, setKept] = useState(mayRemind)
  const [asked, setAsked] = useState<boolean>()
  const [hasFailed, setHasFailed] = useState(false)
  const choose = async (chosen: boolean) => {
    setAsked(chosen)
    const isKept = await setReminders(chosen).catch(() => false)
    if (isKept) setKept(chosen)
    setHasFailed(!isKept)
    setAsked(undefined)
  }
  return (
    <section className="grid gap-4 border-line border-t pt-9 mt-9">
      <h2 className="font-display text-3xl">Reminders</h2>
      <label htmlFor={id} className="flex min-h-11 items-center gap-3 text-md">
        <input
          id={id}
          type="checkbox"
          className="size-5 accent-accent"
          checked={asked ?? kept}
          disabled={asked !== undefined}
          onChange={({ target }) => void choose(target.checked)}
        />
        Remind me by mail, once, of what I leave in my cart
      </label>
      <FormError>{hasFailed ? unreachable : undefined}</FormError>
    </section>
  )
}
