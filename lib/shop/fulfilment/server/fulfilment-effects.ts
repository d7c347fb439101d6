import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { Handle } from '../../../kit/server/commands/handle'
import type { MailRoom } from '../../../kit/server/mail/mail-room'
import type { EffectKinds } from '../../../kit/server/processes/effects'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { PaymentProvider } from '../../payment/port'
import type { ToUrl } from '../../server/mail/account-letters'
import { orderLook } from './order-look'
import { orderMail } from './order-mail'
import { paymentEffects } from './payment-effects'

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream'>
  readonly aggregates: Aggregates
  readonly handle: Handle
  readonly mail: Pick<MailRoom, 'send'>
  readonly toUrl: ToUrl
  readonly provider: PaymentProvider
}

/** All that an order's fulfilment has done outside of the log, or looked up there. */
export const fulfilmentEffects = (dependencies: Dependencies): EffectKinds => ({
  'order-look': orderLook({ ...dependencies, provider: dependencies.provider.name }),
  ...paymentEffects(dependencies),
  'order-mail': orderMail(dependencies),
})
