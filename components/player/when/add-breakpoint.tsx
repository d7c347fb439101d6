'use client'

import { type FormEvent, useState } from 'react'
import type { Breakpoint } from '@/lib/kit/client/scan/breakpoint'
import type { Breakpoints } from '@/lib/kit/client/scan/use-breakpoints'
import { parseStreamValue } from '@/lib/kit/wire/condition/parse-condition'
import { Button } from '../../ui/button'
import { useSearchView } from '../view/view-parts'
import { ConditionField } from './condition-field'

interface AddBreakpointProps {
  readonly type: Breakpoints['type']
  readonly onAdd: (breakpoint: Breakpoint) => void
}

/** Adds a stop at a type of event, or where a value changes. Conditions are added where they are asked. */
export const AddBreakpoint = ({ type: { eventNames, vocabulary }, onAdd }: AddBreakpointProps) => {
  const { valuePlaceholder } = useSearchView()
  const [path, setPath] = useState('')
  const parsed = path.trim() === '' ? undefined : parseStreamValue(path, vocabulary)

  const addPath = (event: FormEvent) => {
    event.preventDefault()
    if (parsed?.type !== 'parsed') return
    onAdd({ type: 'path', text: path.trim(), enabled: true })
    setPath('')
  }

  return (
    <div className="grid items-end gap-x-4 gap-y-2 pt-1 @[30rem]:grid-cols-[auto_1fr]">
      <label className="grid text-sm text-muted">
        Stop at each
        <select
          value=""
          onChange={({ target }) => {
            const eventType = eventNames.find((name) => name === target.value)
            if (eventType) onAdd({ type: 'type', eventType, enabled: true })
          }}
          className="h-10 border-edge border-b bg-card text-ink text-md pointer-coarse:h-11"
        >
          <option value="">Type of event…</option>
          {eventNames.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <form onSubmit={addPath} className="flex min-w-0 items-end gap-2">
        <div className="min-w-0 flex-1">
          <ConditionField
            label="Stop when this changes"
            text={path}
            placeholder={valuePlaceholder}
            problem={parsed?.type === 'problem' ? parsed : undefined}
            onChange={setPath}
          />
        </div>
        <Button
          type="submit"
          size="sm"
          className="mb-1"
          aria-disabled={parsed?.type !== 'parsed' || undefined}
        >
          Add
        </Button>
      </form>
    </div>
  )
}
