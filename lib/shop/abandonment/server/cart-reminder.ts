import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { EffectKind } from '../../../kit/server/processes/effects'
import { storedCart } from '../../cart/wire/stored-cart'
import { storedCustomer } from '../../customer/wire/stored-customer'
import type { PrismaClient } from '../../server/generated/prisma/client'
import type { ToUrl } from '../../server/mail/account-letters'
import type { Letter } from '../../server/mail/letter'
import type { Reminded } from '../activity'
import { ofCart } from './cart-activity'
import { reminderLetter } from './reminder-letter'
import type { Unsubscribe } from './unsubscribe'

/** Sends a letter once under its id, however often it is asked to. */
export type SendReminder = (
  id: string,
  to: string,
  letter: Letter,
  headers: Readonly<Record<string, string>>,
) => Promise<void>

interface Dependencies {
  readonly aggregates: Aggregates
  readonly prisma: PrismaClient
  readonly unsubscribe: Unsubscribe
  readonly toUrl: ToUrl
  readonly send: SendReminder
}

/** Reminds a cart's owner of it, where they still like to be and it is still open. */
export const cartReminder = (dependencies: Dependencies): EffectKind => ({
  run: async (effect): Promise<Reminded> => {
    const { aggregates, prisma, unsubscribe, toUrl, send } = dependencies
    const { cartId } = ofCart.parse(effect.payload)
    const { state: cart } = await aggregates.loadFresh(storedCart, cartId)
    if (cart.status !== 'active') return { sent: false, why: 'closed' }
    const { state: customer } = await aggregates.loadFresh(storedCustomer, cart.customerId)
    if (!customer.mayRemind) return { sent: false, why: 'stopped' }
    const user = await prisma.user.findUnique({ where: { id: cart.customerId } })
    if (!user?.emailVerified || user.isAnonymous) return { sent: false, why: 'noAddress' }
    const token = unsubscribe.tokenOf(cart.customerId)
    const letter = reminderLetter(cart, { shop: toUrl('/'), stop: toUrl('/reminders', token) })
    await send(effect.id, user.email, letter, stopHeaders(toUrl, token))
    return { sent: true }
  },
})

/** RFC 8058: a mail program's own button stops them with one request, and asks nothing. */
const stopHeaders = (toUrl: ToUrl, token: string): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${toUrl(`/api/reminders/stop?token=${token}`)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
