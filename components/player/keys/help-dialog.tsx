'use client'

import { defaultBindings } from '@/lib/kit/client/keys/bindings'
import { saveBindings, useKeys } from '@/lib/kit/client/keys/bindings-store'
import { commandGroups, deskCommandIds, deskCommands } from '@/lib/kit/client/keys/desk-commands'
import { desk } from '@/lib/kit/client/keys/desk-registry'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { CommandRow } from './command-row'
import { useRebinding } from './use-rebinding'

interface HelpDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** All keys of the page: to read, to change, and to be rid of. */
export const HelpDialog = ({ open, onClose }: HelpDialogProps) => {
  const rebinding = useRebinding()
  const { bindings } = useKeys()
  const known = deskCommandIds.filter(desk.knows)
  const leaveOrClose = (opened: boolean) => {
    if (opened) return
    if (rebinding.waiting) rebinding.leave()
    else onClose()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={leaveOrClose}
      title="Keyboard"
      description="Choose a key to put another in its place."
    >
      <label className="flex min-h-11 items-center gap-3 border-line border-y py-2 text-md">
        <input
          type="checkbox"
          checked={bindings.characters}
          onChange={(event) => saveBindings({ ...bindings, characters: event.target.checked })}
          className="size-5 shrink-0 accent-accent"
        />
        <span>
          Letters, signs and Space are shortcuts
          <span className="block text-sm text-muted">Off: only arrows, Home, End and combinations work.</span>
        </span>
      </label>
      {commandGroups.map((group) => {
        const ids = known.filter((id) => deskCommands[id].group === group)
        return (
          ids.length > 0 && (
            <section key={group} aria-label={group} className="pt-5">
              <h3 className="pb-1 font-medium text-sm text-muted">{group}</h3>
              <ul>
                {ids.map((id) => (
                  <CommandRow key={id} id={id} rebinding={rebinding} />
                ))}
              </ul>
            </section>
          )
        )
      })}
      <Button
        className="mt-5 w-full"
        onClick={() => saveBindings({ ...bindings, keys: defaultBindings.keys })}
      >
        Reset all keys
      </Button>
      <p role="status" className="sr-only">
        {rebinding.told}
      </p>
    </Dialog>
  )
}
