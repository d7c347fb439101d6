import {
  Ban,
  Clock,
  Coffee,
  CornerDownRight,
  CreditCard,
  PackageCheck,
  Repeat,
  TriangleAlert,
} from 'lucide-react'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { AuthoriseAnswer, CaptureAnswer, FindAnswer, RefundAnswer } from '@/lib/shop/fulfilment/answers'
import type { FulfilmentEvent } from '@/lib/shop/fulfilment/events'
import type { OrderLook } from '@/lib/shop/fulfilment/look'
import type { FulfilmentState } from '@/lib/shop/fulfilment/state'
import type { ProcessWords } from '../../player/process/process-words'
import { kind } from '../../player/view/event-kind'
import { StreamLink } from '../../player/view/stream-link'
import { count, formatDateTime } from '../../ui/format'

const statusWords: Record<FulfilmentState['status'], string> = {
  none: 'not followed yet',
  busy: 'seeing to it',
  resting: 'done for now',
}

/** What is known of an order that is seen through. */
const Followed = ({ own }: { readonly own: FulfilmentState }) => (
  <dl className="divide-y divide-line border-line border-y text-md [&_dt]:text-muted [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-4 [&>div]:py-2.5">
    <div>
      <dt>Which</dt>
      <dd>
        <StreamLink stream={{ type: 'order', id: own.orderId }} />
      </dd>
    </div>
    <div>
      <dt>It is</dt>
      <dd>{statusWords[own.status]}</dd>
    </div>
    <div>
      <dt>Asked a provider</dt>
      <dd>{count(own.attempts, 'time')}</dd>
    </div>
    {own.awaited && (
      <div>
        <dt>Waits for</dt>
        <dd>{own.awaited.url ? 'whoever pays to say yes' : 'the provider'}</dd>
      </div>
    )}
  </dl>
)

const foundWords = ({ isCancelled, isConfirmed, toAuthorise, toCapture }: OrderLook): string => {
  if (isCancelled) return 'Found the order cancelled'
  const status = isConfirmed ? 'confirmed' : 'placed'
  if (toAuthorise > 0) return `Found the order ${status}, and not paid for yet`
  return `Found the order ${status} and paid for${toCapture > 0 ? ', with something to charge' : ''}`
}

const authorisedWords = (answer: FindAnswer | AuthoriseAnswer): string => {
  switch (answer.type) {
    case 'authorised':
      return 'The provider holds the amount'
    case 'declined':
      return `The provider declines: ${answer.message}`
    case 'actionRequired':
      return 'The provider asks whoever pays'
    case 'pending':
      return 'The provider doesn’t know yet'
    case 'unknown':
      return 'The provider never heard of it'
  }
}

/** How an order's fulfilment speaks of itself. */
export const fulfilmentWords: ProcessWords<FulfilmentState, FulfilmentEvent> = {
  noun: 'fulfilment',
  asks: {
    look: 'a look at the order',
    deadline: 'the end of the time to pay',
    window: 'the end of the time to edit',
    expiry: 'the authorisation’s expiry',
    poll: 'the next question about the payment',
    again: 'another try',
    authorise: 'the authorisation',
    find: 'what became of the payment',
    capture: 'the charge',
    release: 'giving up what is held',
    refund: 'the refund into store credit',
    terms: 'how long it may wait for its payment',
    authorised: 'recording what is held in the order',
    record: 'recording it in the order',
    confirm: 'confirming the order',
    cancel: 'cancelling the order',
    time: 'cancelling what isn’t paid in time',
    giveBack: 'giving back what was charged',
    discount: 'giving the code back',
    mail: 'the mail',
  },
  kinds: {
    OrderFollowed: kind(PackageCheck, 'square', 'green'),
    OrderMoved: kind(CornerDownRight, 'round', 'stone'),
    AuthorisationTried: kind(CreditCard, 'round', 'green'),
    SingleCaptureFound: kind(CreditCard, 'round', 'stone'),
    PaymentAwaited: kind(Clock, 'round', 'plum'),
    PaymentSettled: kind(Clock, 'round', 'green'),
    PaymentDeclined: kind(Ban, 'round', 'brick'),
    RefundRefused: kind(TriangleAlert, 'square', 'brick'),
    StepRefused: kind(Repeat, 'round', 'plum'),
    Woken: kind(Clock, 'round', 'stone'),
    Rested: kind(Coffee, 'round', 'stone'),
  },
  tell: (event) => {
    if (event.type !== 'EffectDone') return undefined
    const { name, answer } = event.data
    if (name === 'look' || name === 'deadline' || name === 'terms') return foundWords(answer as OrderLook)
    if (name === 'authorise' || name === 'find') return authorisedWords(answer as FindAnswer)
    if (name === 'capture') {
      const { type } = answer as CaptureAnswer
      return type === 'captured' ? 'What was sent is charged' : 'It could not be charged'
    }
    if (name === 'refund' || name.startsWith('refund/')) {
      const { type } = answer as RefundAnswer
      return type === 'refunded' ? 'The refund is on its way' : 'The refund was refused'
    }
    return undefined
  },
  sentence: (event) => {
    switch (event.type) {
      case 'OrderFollowed':
        return 'The order is seen through from here on'
      case 'OrderMoved':
        return `The order came to version ${event.data.version}`
      case 'AuthorisationTried':
        return event.data.provider === 'credit' ? 'Store credit is to be held' : 'The card is to be asked'
      case 'SingleCaptureFound':
        return 'What is held can be charged once, as a whole'
      case 'PaymentAwaited':
        return event.data.url ? 'Whoever pays has to say yes' : 'The provider has yet to say'
      case 'PaymentSettled':
        return 'The payment is waited for no more'
      case 'PaymentDeclined':
        return `The payment was declined (${event.data.code})`
      case 'RefundRefused':
        return `A refund reached nobody: ${event.data.message}`
      case 'StepRefused':
        return `The order’s rules said no (${event.data.code})`
      case 'Woken':
        return 'Its time has come'
      case 'Rested': {
        const { windowAt } = event.data
        return windowAt === undefined
          ? 'There is nothing to do for now'
          : `There is nothing to do before ${formatDateTime(windowAt, 'UTC')} UTC`
      }
      default:
        return exhaustive(event)
    }
  },
  Own: Followed,
}
