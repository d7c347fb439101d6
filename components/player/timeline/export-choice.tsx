'use client'

import { useId } from 'react'
import { formatCount } from '../../ui/format'

interface ExportChoiceProps {
  readonly matching: number
  readonly all: number
  readonly wantsAll: boolean
  readonly onChoose: (wantsAll: boolean) => void
}

/** Only what a filter shows, or all? */
export const ExportChoice = ({ matching, all, wantsAll, onChoose }: ExportChoiceProps) => {
  const name = useId()
  const option = (label: string, isAll: boolean) => (
    <label className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-3 text-md hover:bg-sunken pointer-coarse:min-h-11">
      <input
        type="radio"
        name={name}
        checked={wantsAll === isAll}
        onChange={() => onChoose(isAll)}
        className="size-4 accent-ink"
      />
      {label}
    </label>
  )
  return (
    <fieldset className="mb-1 border-line border-b pb-1.5">
      <legend className="sr-only">Which events</legend>
      {option(`The ${formatCount(matching)} that match`, false)}
      {option(`All ${formatCount(all)} events`, true)}
    </fieldset>
  )
}
