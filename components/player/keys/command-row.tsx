'use client'

import { RotateCcw } from 'lucide-react'
import type { MouseEvent } from 'react'
import { isChanged, isHeard, resetKeys } from '@/lib/kit/client/keys/bindings'
import { saveBindings, useKeys } from '@/lib/kit/client/keys/bindings-store'
import { type DeskCommandId, deskCommands } from '@/lib/kit/client/keys/desk-commands'
import { KeySlot } from './key-slot'
import type { RebindingControl } from './use-rebinding'

interface CommandRowProps {
  readonly id: DeskCommandId
  readonly rebinding: RebindingControl
}

/** So many keys a command may have. */
const slots = ['first', 'second', 'third'] as const

/** A command with its keys, each to be changed, and the way back to those it came with. */
export const CommandRow = ({ id, rebinding }: CommandRowProps) => {
  const { bindings, map } = useKeys()
  const keys = map.keysOf.get(id) ?? []
  const { name } = deskCommands[id]
  const waits = rebinding.waiting?.id === id
  const reset = (event: MouseEvent) => {
    event.currentTarget.parentElement?.querySelector('button')?.focus()
    saveBindings(resetKeys(bindings, id))
  }
  return (
    <li className="group flex min-h-10 items-center justify-between gap-3 border-line border-b py-0.5 last:border-0">
      <span className="py-1.5 text-md">
        {name}
        {waits && (
          <span aria-hidden className="block text-sm text-muted">
            {rebinding.told}
          </span>
        )}
      </span>
      <span className="flex shrink-0 items-center">
        {slots.slice(0, keys.length + 1).map((slot, at) => (
          <KeySlot
            key={slot}
            id={id}
            slot={slot}
            keyText={keys[at]}
            isHeard={isHeard(bindings, keys[at] ?? '')}
            rebinding={rebinding}
          />
        ))}
        {isChanged(map, id) && (
          <button
            type="button"
            aria-label={`${name}: reset`}
            title="Reset"
            onClick={reset}
            className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
          >
            <RotateCcw aria-hidden className="size-3.5" />
          </button>
        )}
      </span>
    </li>
  )
}
