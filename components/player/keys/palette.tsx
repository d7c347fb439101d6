'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { desk } from '@/lib/kit/client/keys/desk-registry'
import { CloseButton } from '../../ui/close-button'
import { useStreamView } from '../view/use-stream-view'
import { type PaletteEntry, paletteEntries } from './palette-entries'
import { PaletteRow } from './palette-row'

interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly head: number
  readonly onGoTo: (version: number) => void
  /** Left out where one has but one's own. */
  readonly onOpenStream: ((streamId: string) => void) | undefined
}

/** All commands of the page, found by a few letters of their names; versions by their numbers. */
export const Palette = ({ open, onClose, head, onGoTo, onOpenStream }: PaletteProps) => {
  const { noun } = useStreamView()
  const [typed, setTyped] = useState('')
  const chosen = useRef<PaletteEntry>(null)
  const entries = paletteEntries(typed, {
    knows: desk.knows,
    canRun: (id) => desk.actionOf(id) !== undefined,
    head,
    opens: onOpenStream && noun,
  })

  const run = (entry: PaletteEntry) => {
    if (entry.type === 'command') desk.actionOf(entry.id)?.()
    if (entry.type === 'version') onGoTo(entry.version)
    if (entry.type === 'stream') onOpenStream?.(entry.streamId)
  }
  /** Only then has the focus come back to where it was, and may go on to where a command puts it. */
  const runChosen = () => {
    const entry = chosen.current
    chosen.current = null
    setTyped('')
    if (entry) run(entry)
  }

  return (
    <Dialog.Root
      open={open}
      onOpenChange={(opened) => !opened && onClose()}
      onOpenChangeComplete={(opened) => !opened && runChosen()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Popup
          aria-label="Commands"
          className="slip fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(34rem,calc(100dvh-1rem))] max-w-[36rem] flex-col overflow-hidden sm:top-[12dvh] sm:max-h-[min(34rem,76dvh)]"
        >
          <Autocomplete.Root
            open
            inline
            items={entries}
            filter={null}
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={(entry: PaletteEntry) => entry.name}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-3 border-line border-b pr-2 pl-4 has-focus-visible:border-accent">
              <Search aria-hidden className="size-4.5 shrink-0 text-muted" strokeWidth={1.75} />
              <Autocomplete.Input
                aria-label="Find a command"
                placeholder={onOpenStream ? `Command, version or ${noun} id` : 'Command or version'}
                className="h-14 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-muted"
              />
              <Dialog.Close render={<CloseButton />} />
            </div>
            <Autocomplete.Empty className="px-4 py-5 text-muted text-md empty:hidden">
              {entries.length === 0 && 'Nothing is called that.'}
            </Autocomplete.Empty>
            <Autocomplete.List className="scroll-quiet min-h-0 overflow-y-auto overscroll-contain p-1.5 data-empty:p-0">
              {(entry: PaletteEntry) => (
                <PaletteRow
                  key={entry.name}
                  entry={entry}
                  onChoose={() => {
                    chosen.current = entry
                    onClose()
                  }}
                />
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
