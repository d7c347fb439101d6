import { Eye } from 'lucide-react'
import { streamKey } from '@/lib/kit/events/stream-name'
import { Button } from '../../ui/button'
import { formatCount, formatUtc } from '../../ui/format'
import { Time } from '../../ui/time'
import { actorWords } from '../view/actor-words'
import { KindMark } from '../view/kind-mark'
import { StreamLink } from '../view/stream-link'
import { kindOf, referencesOf, sentenceOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import type { Inspected } from './use-inspected'

interface EventHeadingProps {
  readonly inspected: Inspected
  readonly onSee: () => void
}

/** What happened, when, and through whom; and the way to the state as it was then. */
export const EventHeading = ({ inspected, onSee }: EventHeadingProps) => {
  const { event, before } = inspected
  const view = useStreamView()
  const names = view.namesOf(before, [event])
  const told = sentenceOf(view, event, names)
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3 px-4 pt-2 pb-3 sm:px-6 @[36rem]:grid-cols-[auto_1fr_auto] @[36rem]:pb-4">
      <KindMark {...kindOf(view, event.type)} />
      <div className="min-w-0">
        <p className="wrap-anywhere line-clamp-3 text-pretty text-lg leading-6">{told}</p>
        <p className="flex flex-wrap gap-x-3 font-mono text-xs text-muted tabular-nums leading-relaxed">
          <Time iso={event.occurredAt} format="full" />
          <span>{formatUtc(event.occurredAt)}</span>
          <span className="wrap-anywhere font-sans">{`by ${actorWords(event.metadata.actor)}`}</span>
        </p>
        {referencesOf(view, event, names).map((reference) => (
          <p key={streamKey(reference.stream)} className="pt-1 text-sm">
            <StreamLink {...reference} />
          </p>
        ))}
      </div>
      <Button
        size="sm"
        onClick={onSee}
        className="col-start-2 mt-2.5 justify-self-start @[36rem]:col-start-3 @[36rem]:mt-0"
      >
        <Eye aria-hidden className="size-3.5" strokeWidth={1.75} />
        {`See the ${view.noun} at version ${formatCount(event.version)}`}
      </Button>
    </div>
  )
}
