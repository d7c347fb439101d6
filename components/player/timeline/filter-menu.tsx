'use client'

import { Bookmark, X } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useSavedFilters } from '@/lib/kit/client/scan/saved-filters'
import { Button } from '../../ui/button'
import { Slip } from '../../ui/slip'
import { useSearchView } from '../view/view-parts'

interface FilterMenuProps {
  readonly text: string
  readonly canSave: boolean
  readonly onChoose: (text: string) => void
}

/** Filters this browser's person has saved, a way to save the one that is written, and what can be written. */
export const FilterMenu = ({ text, canSave, onChoose }: FilterMenuProps) => {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const { saved, save, remove } = useSavedFilters()
  const choose = (chosen: string) => {
    onChoose(chosen)
    popover.current?.hidePopover()
  }
  return (
    <>
      <Button
        variant="ghost"
        size="iconSm"
        popoverTarget={id}
        aria-label="Saved filters and help"
        title="Saved filters and help"
        className="-mr-2"
      >
        <Bookmark aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      <Slip
        ref={popover}
        id={id}
        place="belowLeft"
        aria-label="Saved filters and help"
        className="w-80 p-3 text-md"
      >
        <ul aria-label="Saved filters" className="scroll-quiet max-h-48 overflow-y-auto">
          {saved.map((filter) => (
            <li key={filter.name} className="flex items-center">
              <button
                type="button"
                onClick={() => choose(filter.text)}
                className="min-h-9 min-w-0 flex-1 rounded-md px-2 text-left hover:bg-sunken pointer-coarse:min-h-11"
              >
                <span className="block truncate font-medium">{filter.name}</span>
                <span className="block truncate font-mono text-xs text-muted">{filter.text}</span>
              </button>
              <Button
                variant="ghost"
                size="iconSm"
                aria-label={`Remove ${filter.name}`}
                onClick={() => remove(filter.name)}
              >
                <X aria-hidden className="size-3.5" />
              </Button>
            </li>
          ))}
        </ul>
        {canSave && <SaveFilter onSave={(name) => save({ name, text: text.trim() })} />}
        <FilterHelp />
      </Slip>
    </>
  )
}

const SaveFilter = ({ onSave }: { readonly onSave: (name: string) => void }) => {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <form onSubmit={submit} className="flex items-center gap-2 pb-2">
      <input
        aria-label="Name of this filter"
        placeholder="Save this filter as…"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        className="h-9 min-w-0 flex-1 border-edge border-b bg-transparent px-2 pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Button type="submit" size="sm">
        Save
      </Button>
    </form>
  )
}

const FilterHelp = () => (
  <dl className="grid gap-y-1.5 border-line border-t pt-2.5 text-xs text-muted">
    {useSearchView().filterExamples.map(([written, meaning]) => (
      <div key={written}>
        <dt className="font-mono text-xs text-ink">{written}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
)
