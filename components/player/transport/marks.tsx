import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { kindOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import type { StripScale } from './strip-scale'

/** A version that stands out: an event of a kind that is rare, or a command that met another version there. */
export interface Mark {
  readonly version: number
  readonly type: string
}

interface MarksProps {
  readonly marks: readonly Mark[]
  readonly scale: StripScale
}

const mostDrawn = 80

/** What stands out in the history, by small flags under the strip; of very many only some. */
export const Marks = memo(({ marks, scale }: MarksProps) => {
  const view = useStreamView()
  const each = Math.ceil(marks.length / mostDrawn)
  return marks
    .filter((_, index) => index % each === 0)
    .map(({ version, type }) => (
      <span
        key={`${type} ${version}`}
        className={cn(
          'absolute -bottom-0.5 size-1.5 -translate-x-1/2',
          type === 'Conflict' ? 'rotate-45 bg-danger' : 'rounded-[1px] bg-current',
          type !== 'Conflict' && kindOf(view, type).color,
        )}
        style={{ left: `${scale.placeOf(version) * 100}%` }}
      />
    ))
})
