import type { Looker } from '@/lib/kit/wire/socket'
import { Button } from '../../ui/button'
import { useStreamView } from '../view/use-stream-view'
import { Avatar } from './avatar'
import type { Face } from './faces'
import { nameOf, placeOf, titleOf } from './looker-words'

interface LookerRowProps {
  readonly looker: Looker
  readonly face: Face | undefined
  readonly isFollowed: boolean
  readonly onToggle: () => void
}

/** Somebody who looks: who, where, and whether one goes along. */
export const LookerRow = ({ looker, face, isFollowed, onToggle }: LookerRowProps) => {
  const view = useStreamView()
  return (
    <li className="flex items-center gap-3 rounded-md px-2 py-1.5">
      <Avatar looker={looker} face={face} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-md">{titleOf(view, looker)}</span>
        <span className="block text-sm text-muted tabular-nums">{placeOf(looker)}</span>
      </span>
      <Button
        size="sm"
        aria-label={isFollowed ? `Stop following ${nameOf(view, looker)}` : `Follow ${nameOf(view, looker)}`}
        onClick={onToggle}
      >
        {isFollowed ? 'Stop' : 'Follow'}
      </Button>
    </li>
  )
}
