import type { ProcessEvent } from '../../../kit/processes/process-events'
import type { ProcessState } from '../../../kit/processes/process-state'
import { eventsOfProcesses } from '../../../kit/processes/process-state'
import { processStreamType } from '../../../kit/processes/process-stream-type'
import { searchable } from '../../../kit/wire/searchable-type'
import type { FulfilmentEvent } from '../events'
import { fulfilmentProcess } from '../fulfilment-process'
import type { FulfilmentState } from '../state'

/** Fulfilments with what their histories can be asked. */
export const searchableFulfilment = searchable<ProcessState<FulfilmentState>, FulfilmentEvent | ProcessEvent>(
  processStreamType(fulfilmentProcess),
  {
    ...eventsOfProcesses,
    OrderFollowed: true,
    OrderMoved: true,
    AuthorisationTried: true,
    SingleCaptureFound: true,
    PaymentAwaited: true,
    PaymentSettled: true,
    PaymentDeclined: true,
    RefundRefused: true,
    StepRefused: true,
    Woken: true,
    Rested: true,
  },
)
