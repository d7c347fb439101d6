'use client'

import { Settings2 } from 'lucide-react'
import { memo, useId } from 'react'
import { Button } from '../../ui/button'
import { Slip } from '../../ui/slip'
import { type Pace, paceName, paces } from './pace'
import type { Axis } from './use-strip'

interface PlaySettingsProps {
  readonly pace: Pace
  readonly onPace: (pace: Pace) => void
  readonly axis: Axis
  readonly onAxis: (axis: Axis) => void
}

const axes: readonly Axis[] = ['version', 'time']
const axisName = (axis: Axis): string => (axis === 'version' ? 'Versions evenly' : 'By time, idle folded up')

/** How quickly the history is played, and how it is laid out. */
export const PlaySettings = memo(({ pace, onPace, axis, onAxis }: PlaySettingsProps) => {
  const id = useId()
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Pace and layout"
        title="Pace and layout"
        popoverTarget={id}
      >
        <Settings2 aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      <Slip id={id} place="aboveEither" aria-label="Pace and layout" className="min-w-56 p-1.5 text-md">
        <Choices legend="Play" choices={paces} chosen={pace} nameOf={paceName} onChoose={onPace} />
        <div className="my-1.5 border-line border-t" />
        <Choices legend="Lay out" choices={axes} chosen={axis} nameOf={axisName} onChoose={onAxis} />
      </Slip>
    </>
  )
})

interface ChoicesProps<Choice> {
  readonly legend: string
  readonly choices: readonly Choice[]
  readonly chosen: Choice
  readonly nameOf: (choice: Choice) => string
  readonly onChoose: (choice: Choice) => void
}

const Choices = <Choice extends Pace | Axis>(props: ChoicesProps<Choice>) => {
  const { legend, choices, chosen, nameOf, onChoose } = props
  const group = useId()
  return (
    <fieldset>
      <legend className="px-3 pt-1.5 pb-1 text-muted text-xs">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice}
          className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-3 hover:bg-sunken pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={group}
            checked={choice === chosen}
            onChange={() => onChoose(choice)}
            className="size-4 accent-ink"
          />
          {nameOf(choice)}
        </label>
      ))}
    </fieldset>
  )
}
