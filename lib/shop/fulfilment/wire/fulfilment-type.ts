import { type ProcessType, processType } from '../../../kit/processes/process-type'
import type { FulfilmentEvent } from '../events'
import { fulfilmentProcess } from '../fulfilment-process'
import type { FulfilmentState } from '../state'
import { fulfilmentEventTypes } from './fulfilment-event-types'

/** Fulfilments as a type of streams. */
export const fulfilmentType: ProcessType<FulfilmentState, FulfilmentEvent> = processType({
  ...fulfilmentProcess,
  eventTypes: fulfilmentEventTypes,
  stateVersion: 1,
})
