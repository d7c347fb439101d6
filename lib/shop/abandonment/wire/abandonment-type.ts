import { type ProcessType, processType } from '../../../kit/processes/process-type'
import { abandonmentProcess } from '../abandonment-process'
import type { AbandonmentEvent } from '../events'
import type { AbandonmentState } from '../state'
import { abandonmentEventTypes } from './abandonment-event-types'

/** Abandonments as a type of streams. */
export const abandonmentType: ProcessType<AbandonmentState, AbandonmentEvent> = processType({
  ...abandonmentProcess,
  eventTypes: abandonmentEventTypes,
  stateVersion: 1,
})
