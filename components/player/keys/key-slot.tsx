'use client'

import { Plus } from 'lucide-react'
import { type DeskCommandId, deskCommands } from '@/lib/kit/client/keys/desk-commands'
import { KeySign } from './key-sign'
import type { RebindingControl } from './use-rebinding'

interface KeySlotProps {
  readonly id: DeskCommandId
  readonly slot: string
  /** Undefined for a key that is yet to be given. */
  readonly keyText: string | undefined
  readonly isHeard: boolean
  readonly rebinding: RebindingControl
}

/** A key of a command, to be pressed and then replaced by the next key pressed. */
export const KeySlot = ({ id, slot, keyText, isHeard, rebinding }: KeySlotProps) => {
  const { waiting, ask, leave, hear } = rebinding
  const waits = waiting?.id === id && waiting.slot === slot
  const { name } = deskCommands[id]
  return (
    <button
      type="button"
      onClick={() => (waits ? undefined : ask(id, slot, keyText))}
      onKeyDown={waits ? hear : undefined}
      onBlur={waits ? leave : undefined}
      className="grid min-h-8 min-w-8 place-items-center rounded-md px-0.5 hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      {waits ? (
        <span className="rounded-[5px] bg-ink px-2 text-xs text-paper leading-6">Press a key</span>
      ) : keyText ? (
        <>
          <span className="sr-only">{`${name}: change `}</span>
          <KeySign keyText={keyText} isOff={!isHeard} />
          {!isHeard && <span className="sr-only"> (off)</span>}
        </>
      ) : (
        <>
          <span className="sr-only">{`${name}: add a key`}</span>
          <Plus
            aria-hidden
            className="size-3.5 text-muted opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          />
        </>
      )}
    </button>
  )
}
