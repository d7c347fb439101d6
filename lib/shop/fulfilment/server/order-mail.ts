import * as z from 'zod'
import { isErased } from '../../../kit/kernel/erased'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { MailRoom } from '../../../kit/server/mail/mail-room'
import type { EffectKind } from '../../../kit/server/processes/effects'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { OrderPlaced } from '../../order/events'
import { storedOrder } from '../../order/wire/stored-order'
import type { ToUrl } from '../../server/mail/account-letters'
import { writeLetter } from '../../server/mail/letter'
import { orderLetter } from './order-letter'
import { orderUrl } from './order-url'

/** What became of a mail; whom it went to doesn't stand in the log of this. */
export type OrderMailed =
  | { readonly sent: true }
  | { readonly sent: false; readonly why: 'erased' | 'noAddress' }

interface Dependencies {
  readonly aggregates: Aggregates
  readonly store: Pick<EventStore, 'readStream'>
  readonly toUrl: ToUrl
  readonly mail: Pick<MailRoom, 'send'>
}

const payload = z.object({
  orderId: z.string(),
  about: z.enum(['confirmed', 'shipped', 'cancelled']),
  shipment: z.string().optional(),
})

/** Writes to whom an order goes to: once under the effect's id, however often it is asked to. */
export const orderMail = ({ aggregates, store, toUrl, mail }: Dependencies): EffectKind => ({
  run: async (effect): Promise<OrderMailed> => {
    const { orderId, about, shipment } = payload.parse(effect.payload)
    const [placed] = await store.readStream({ type: 'order', id: orderId }, { limit: 1 })
    const { contact } = (placed as unknown as OrderPlaced).data
    if (isErased(contact)) return { sent: false, why: 'erased' }
    const { name, email } = contact
    if (email === '') return { sent: false, why: 'noAddress' }
    const { state: order } = await aggregates.loadFresh(storedOrder, orderId)
    const letter = orderLetter(about, { name, order, shipment, url: orderUrl(toUrl, orderId) })
    await mail.send({ id: effect.id, kind: `order-${about}`, to: email, ...writeLetter(letter) })
    return { sent: true }
  },
})
