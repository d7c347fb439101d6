'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import type { RelayTargetState, ReplayFrom } from '@/lib/kit/wire/api-relay'
import { replayFrom } from './replay-from'

interface ReplayDialogProps extends Pick<RelayTargetState, 'name' | 'type'> {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onReplay: (from: ReplayFrom) => void
}

const choices = [
  { type: 'beginning', label: 'Everything' },
  { type: 'position', label: 'From a position' },
  { type: 'time', label: 'From a time' },
  { type: 'event', label: 'One event' },
] as const

type Choice = (typeof choices)[number]['type']

/** Asks what a target is to be sent again. */
export const ReplayDialog = ({ name, type, isOpen, onOpenChange, onReplay }: ReplayDialogProps) => {
  const [choice, setChoice] = useState<Choice>('beginning')
  const [error, setError] = useState<string>()
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      title="Replay"
      description={
        type === 'webhook'
          ? `${name} is sent all of it again, under the same ids. What was parked comes by again, too.`
          : `${name} is sent what it lacks of it, in the order of the log. What it has it keeps once.`
      }
    >
      <form
        noValidate
        method="post"
        className="grid gap-5"
        // An action would set the form back, and with it what was chosen.
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget).get('place')
          const read = replayFrom(choice, String(typed ?? ''))
          setError(read.type === 'read' ? undefined : read.why)
          if (read.type === 'read') onReplay(read.from)
        }}
      >
        <fieldset className="grid gap-1 text-md sm:grid-cols-2">
          <legend className="pb-1.5 text-sm text-muted">What to send again</legend>
          {choices.map(({ type, label }) => (
            <label key={type} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="what"
                value={type}
                checked={choice === type}
                onChange={() => {
                  setChoice(type)
                  setError(undefined)
                }}
                className="accent-(--accent)"
              />
              {label}
            </label>
          ))}
        </fieldset>
        {choice !== 'beginning' && (
          <TextField
            key={choice}
            name="place"
            label={choice === 'time' ? 'Recorded since' : 'Position in the log'}
            hint={choice === 'time' ? 'Like 2026-11-21T14:03 (UTC)' : 'Like 1234'}
            inputMode={choice === 'time' ? 'text' : 'numeric'}
            autoComplete="off"
            error={error}
          />
        )}
        <Button type="submit" variant="primary" className="justify-self-start">
          Replay
        </Button>
      </form>
    </Dialog>
  )
}
