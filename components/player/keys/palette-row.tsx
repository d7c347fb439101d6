'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { isHeard } from '@/lib/kit/client/keys/bindings'
import { useKeys } from '@/lib/kit/client/keys/bindings-store'
import { KeySign } from './key-sign'
import type { PaletteEntry } from './palette-entries'

interface PaletteRowProps {
  readonly entry: PaletteEntry
  readonly onChoose: () => void
}

/** A line of the palette, with the keys that would have done it. */
export const PaletteRow = ({ entry, onChoose }: PaletteRowProps) => {
  const { bindings, map } = useKeys()
  const keys = entry.type === 'command' ? (map.keysOf.get(entry.id) ?? []) : []
  return (
    <Autocomplete.Item
      value={entry}
      disabled={entry.type === 'command' && !entry.canRun}
      onClick={onChoose}
      className="flex min-h-10 cursor-pointer scroll-my-1.5 select-none items-center justify-between gap-4 rounded-md px-3 text-md outline-none data-disabled:cursor-default data-highlighted:bg-sunken data-disabled:text-muted pointer-coarse:min-h-11"
    >
      <span className="min-w-0 wrap-anywhere py-1.5">{entry.name}</span>
      <span className="flex shrink-0 gap-1">
        {keys
          .filter((key) => isHeard(bindings, key))
          .map((key) => (
            <KeySign key={key} keyText={key} />
          ))}
      </span>
    </Autocomplete.Item>
  )
}
