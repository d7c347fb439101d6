import type { RecordedEvent } from '../../events/recorded-event'
import { streamKeyOf } from '../../events/stream-name'
import { groupBy } from '../../kernel/group-by'
import type { ProcessAnswer, ProcessRequest, TimerCancelled } from '../../processes/process-events'
import { requestTypes } from '../../processes/process-state'
import { momentAfter } from '../../processes/reactions'
import type { Write } from '../postgres/write'
import type { Subscription } from '../subscriptions/subscription'
import { dequeuing } from '../work/dequeue'
import { enqueueing } from '../work/enqueue'
import type { NewWork } from '../work/work'
import { queueOf } from './queues'
import { isRequest, type RecordedRequest, refOf } from './requests'

/** So long whoever appended a request has to see to it, before others come to help. */
const headStartMs = 2_000

type Answer = ProcessAnswer | TimerCancelled

const answerTypes: readonly Answer['type'][] = [
  'TimerFired',
  'TimerCancelled',
  'CommandAnswered',
  'EffectDone',
]

/**
 * What processes wait for, as rows of waiting work: a read model of their streams. A request that is answered within the same events
 * leaves no row. Whoever does what a row says asks the process's stream first whether it still waits for it.
 */
export const requestsSubscription: Subscription = {
  name: 'process_requests',
  startFrom: 'beginning',
  // What is answered meanwhile leaves no row.
  isUnhurried: true,
  filter: { types: [...requestTypes, ...answerTypes] },
  onPoison: 'stop',
  handler: {
    type: 'rows',
    write: async (events) => writesOf(events as readonly RecordedEvent<ProcessRequest | Answer>[]),
  },
}

const writesOf = (events: readonly RecordedEvent<ProcessRequest | Answer>[]): readonly Write[] => {
  const requests = events.filter(isRequest)
  const answers = events.filter((event): event is RecordedEvent<Answer> => !isRequest(event))
  const asked = new Set(requests.map(({ data }) => data.id))
  const answered = new Set(answers.map(({ data }) => data.id))
  const open = requests.filter(({ data }) => !answered.has(data.id))
  const closed = answers.filter(({ data }) => !asked.has(data.id))
  return [
    ...[...groupBy(open, queueOf)].flatMap(([queue, some]) => enqueueing(queue, some.map(workOf))),
    ...[...groupBy(closed, queueOf)].flatMap(([queue, some]) =>
      dequeuing(
        queue,
        some.map(({ data }) => data.id),
      ),
    ),
  ]
}

const workOf = (event: RecordedRequest): NewWork => ({
  id: event.data.id,
  key: streamKeyOf(event),
  position: event.position,
  payload: refOf(event),
  dueAt: event.type === 'TimerSet' ? event.data.dueAt : momentAfter(event.occurredAt, headStartMs),
})
