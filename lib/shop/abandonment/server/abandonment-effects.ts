import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { MailRoom } from '../../../kit/server/mail/mail-room'
import type { EffectKinds } from '../../../kit/server/processes/effects'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { PrismaClient } from '../../server/generated/prisma/client'
import type { ToUrl } from '../../server/mail/account-letters'
import { cartActivity, type Patience } from './cart-activity'
import { cartReminder } from './cart-reminder'
import { sendReminder } from './send-reminder'
import type { Unsubscribe } from './unsubscribe'

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream'>
  readonly aggregates: Aggregates
  readonly patience: Patience
  readonly prisma: PrismaClient
  readonly unsubscribe: Unsubscribe
  readonly mail: Pick<MailRoom, 'send'>
  readonly toUrl: ToUrl
}

/** All that is done outside of the log, or looked up there, about a cart that is left alone. */
export const abandonmentEffects = ({ mail, ...dependencies }: Dependencies): EffectKinds => ({
  'cart-activity': cartActivity(dependencies),
  'cart-reminder': cartReminder({ ...dependencies, send: sendReminder(mail) }),
})
