import { Eye, EyeOff, Hourglass } from 'lucide-react'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CartActivity, Reminded } from '@/lib/shop/abandonment/activity'
import type { AbandonmentEvent } from '@/lib/shop/abandonment/events'
import type { AbandonmentState } from '@/lib/shop/abandonment/state'
import type { ProcessWords } from '../../player/process/process-words'
import { kind } from '../../player/view/event-kind'
import { StreamLink } from '../../player/view/stream-link'
import { formatDateTime } from '../../ui/format'
import { Time } from '../../ui/time'

const statusWords: Record<AbandonmentState['status'], string> = {
  none: 'not watched yet',
  watching: 'watched',
  ended: 'watched no more',
}

/** What is known of a cart that is watched. */
const Watched = ({ own: { cartId, status, idleSince } }: { readonly own: AbandonmentState }) => (
  <dl className="divide-y divide-line border-line border-y text-md [&_dt]:text-muted [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-4 [&>div]:py-2.5">
    <div>
      <dt>Which</dt>
      <dd>
        <StreamLink stream={{ type: 'cart', id: cartId }} />
      </dd>
    </div>
    <div>
      <dt>It is</dt>
      <dd>{statusWords[status]}</dd>
    </div>
    <div>
      <dt>Left alone since</dt>
      <dd>
        {idleSince === undefined ? '—' : <Time iso={idleSince} format="full" className="tabular-nums" />}
      </dd>
    </div>
  </dl>
)

const foundWords = ({ isOpen, isEmpty, lastAt }: CartActivity): string => {
  if (!isOpen) return 'Found the cart closed'
  return `Found the cart open${isEmpty ? ' and empty' : ''}, last changed ${utc(lastAt)}`
}

const whyNot: Record<Extract<Reminded, { sent: false }>['why'], string> = {
  closed: 'the cart is closed',
  stopped: 'its owner wants none any more',
  noAddress: 'its owner has no verified address',
}

const remindedWords = (reminded: Reminded): string =>
  reminded.sent ? 'The reminder was sent' : `No reminder was sent: ${whyNot[reminded.why]}`

/** The same to all who read it. */
const utc = (iso: string): string => `${formatDateTime(iso, 'UTC')} UTC`

/** How the watch over a cart that may be left alone speaks of itself. */
export const abandonmentWords: ProcessWords<AbandonmentState, AbandonmentEvent> = {
  noun: 'cart watch',
  asks: {
    idle: 'the next look at the cart',
    look: 'a look at the cart',
    reminder: 'the reminder by mail',
    abandon: 'closing the cart',
  },
  kinds: {
    CartWatched: kind(Eye, 'square', 'green'),
    CartIdled: kind(Hourglass, 'square', 'plum'),
    WatchEnded: kind(EyeOff, 'square', 'stone'),
  },
  tell: (event) => {
    if (event.type === 'EffectRequested' && event.data.name === 'look') return 'Looks at the cart'
    if (event.type !== 'EffectDone') return undefined
    const { name, answer } = event.data
    if (name === 'look') return foundWords(answer as CartActivity)
    return name === 'reminder' ? remindedWords(answer as Reminded) : undefined
  },
  sentence: (event) => {
    switch (event.type) {
      case 'CartWatched':
        return 'The cart is watched from here on'
      case 'CartIdled': {
        const { since, isReminded } = event.data
        const then = isReminded ? 'its owner is reminded' : 'nobody is reminded'
        return `The cart was left alone since ${utc(since)}: ${then}`
      }
      case 'WatchEnded':
        return 'The cart is closed: it is watched no more'
      default:
        return exhaustive(event)
    }
  },
  Own: Watched,
}
