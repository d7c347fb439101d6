import { exhaustive } from '../../kit/kernel/exhaustive'
import type { FulfilmentEvent } from './events'
import type { FulfilmentState } from './state'

/** A fulfilment after one more event of its own. */
export const evolveFulfilment = (state: FulfilmentState, event: FulfilmentEvent): FulfilmentState => ({
  ...state,
  ...changeOf(state, event),
})

const changeOf = (state: FulfilmentState, event: FulfilmentEvent): Partial<FulfilmentState> => {
  switch (event.type) {
    case 'OrderFollowed':
      return { ...event.data, status: 'busy', movedTo: 1 }
    case 'OrderMoved': {
      const { version, products = state.products } = event.data
      return { status: 'busy', movedTo: version, products }
    }
    case 'AuthorisationTried':
      return { attempts: state.attempts + 1 }
    case 'SingleCaptureFound':
      return { singles: [...state.singles, event.data.paymentId] }
    case 'PaymentAwaited':
      return { awaited: event.data }
    case 'PaymentSettled':
      return { awaited: undefined }
    case 'PaymentDeclined':
      return { isDeclined: true, awaited: undefined }
    case 'RefundRefused':
      return {}
    case 'StepRefused':
      return { refusals: state.refusals + 1 }
    case 'Woken':
      // Which timer it was nobody remembers: whoever rests next sets them all.
      return { status: 'busy', windowAt: undefined, expiresAt: undefined }
    case 'Rested': {
      const { version, windowAt, expiresAt } = event.data
      return { status: 'resting', refusals: 0, restedAt: version, windowAt, expiresAt }
    }
    default:
      return exhaustive(event)
  }
}
