import type { ProcessEvent } from '../../../kit/processes/process-events'
import type { ProcessState } from '../../../kit/processes/process-state'
import { eventsOfProcesses } from '../../../kit/processes/process-state'
import { processStreamType } from '../../../kit/processes/process-stream-type'
import { searchable } from '../../../kit/wire/searchable-type'
import { abandonmentProcess } from '../abandonment-process'
import type { AbandonmentEvent } from '../events'
import type { AbandonmentState } from '../state'

/** Abandonments with what their histories can be asked. */
export const searchableAbandonment = searchable<
  ProcessState<AbandonmentState>,
  AbandonmentEvent | ProcessEvent
>(processStreamType(abandonmentProcess), {
  ...eventsOfProcesses,
  CartWatched: true,
  CartIdled: true,
  WatchEnded: true,
})
