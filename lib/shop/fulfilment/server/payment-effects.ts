import * as z from 'zod'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { Handle } from '../../../kit/server/commands/handle'
import type { Effect, EffectKind, EffectKinds } from '../../../kit/server/processes/effects'
import { money } from '../../money'
import type { OrderState } from '../../order/state'
import { storedOrder } from '../../order/wire/stored-order'
import { askOnce } from '../../payment/ask-once'
import type { Asks, PaymentProvider, Refused } from '../../payment/port'
import type { ToUrl } from '../../server/mail/account-letters'
import type { AuthoriseAnswer, CaptureAnswer, FindAnswer, RefundAnswer, ReleaseAnswer } from '../answers'
import { creditProvider } from '../look'
import { createCreditPayments } from './credit-payments'
import { orderUrl } from './order-url'

interface Dependencies {
  readonly handle: Handle
  readonly aggregates: Aggregates
  readonly provider: PaymentProvider
  readonly toUrl: ToUrl
}

const ofOrder = z.object({ orderId: z.string() })
const amount = z.int().min(1)
const authorising = ofOrder.extend({ provider: z.enum(['card', 'credit']), amount })
const finding = ofOrder.extend({ key: z.string(), paymentId: z.string() })
const ofPayment = ofOrder.extend({ paymentId: z.string(), provider: z.string() })
const capturing = ofPayment.extend({ amount, isLast: z.boolean() })
const refunding = ofOrder.extend({ refundId: z.string(), paymentId: z.string(), amount })
const crediting = ofOrder.extend({ refundId: z.string(), amount })

/** Moves an order's money, through a provider or in the customer's account. The key of all that is asked for is the effect's id. */
export const paymentEffects = ({ handle, aggregates, provider, toUrl }: Dependencies): EffectKinds => {
  const orderOf = async (orderId: string): Promise<OrderState> =>
    (await aggregates.loadFresh(storedOrder, orderId)).state

  /** Asks whom a payment went through: the account knows a key by itself, a provider is asked about it first. */
  const ask = async <Kind extends 'authorise' | 'capture' | 'release' | 'refund'>(
    kind: Kind,
    name: string,
    asked: Asks[Kind][0],
    order: OrderState,
    { cause }: Effect,
  ): Promise<Asks[Kind][1] | Refused> => {
    if (name === creditProvider) {
      const credit = createCreditPayments(handle, order, cause)
      return (credit[kind] as (asked: Asks[Kind][0]) => Promise<Asks[Kind][1]>)(asked)
    }
    return name === provider.name ? askOnce(provider, kind, asked) : anotherProvider(name)
  }

  const kind = (run: EffectKind['run']): EffectKind => ({ run, isDown: provider.isDown })
  const amountIn = ({ amounts }: OrderState, amount: number) => money(amount, amounts.total.currency)

  return {
    'payment-authorise': kind(async (effect): Promise<AuthoriseAnswer> => {
      const { orderId, provider: how, amount } = authorising.parse(effect.payload)
      const order = await orderOf(orderId)
      const name = how === 'credit' ? creditProvider : provider.name
      const asked = {
        orderId,
        key: effect.id,
        amount: amountIn(order, amount),
        reference: order.payment.reference ?? '',
        returnUrl: orderUrl(toUrl, orderId),
      }
      const answer = (await ask('authorise', name, asked, order, effect)) as Asks['authorise'][1]
      return { ...answer, provider: name, key: effect.id }
    }),
    'payment-find': kind(async (effect): Promise<FindAnswer> => {
      const asked = finding.parse(effect.payload)
      const found = await provider.find('authorise', asked)
      return found ? { ...found, provider: provider.name, key: asked.key } : { type: 'unknown' }
    }),
    'payment-capture': kind(async (effect): Promise<CaptureAnswer> => {
      const { orderId, paymentId, provider: name, amount, isLast } = capturing.parse(effect.payload)
      const order = await orderOf(orderId)
      const asked = { orderId, key: effect.id, paymentId, amount: amountIn(order, amount), isLast }
      return { ...(await ask('capture', name, asked, order, effect)), paymentId, provider: name }
    }),
    'payment-release': kind(async (effect): Promise<ReleaseAnswer> => {
      const { orderId, paymentId, provider: name } = ofPayment.parse(effect.payload)
      const asked = { orderId, key: effect.id, paymentId }
      const through = name === 'card' ? provider.name : name
      const { type } = await ask('release', through, asked, await orderOf(orderId), effect)
      return { type, paymentId }
    }),
    'payment-refund': kind(async (effect): Promise<RefundAnswer> => {
      const { orderId, refundId, paymentId, amount } = refunding.parse(effect.payload)
      const order = await orderOf(orderId)
      const name = order.payments.find((payment) => payment.paymentId === paymentId)?.provider ?? ''
      const asked = { orderId, key: effect.id, paymentId, amount: amountIn(order, amount) }
      return { ...(await ask('refund', name, asked, order, effect)), refund: refundId }
    }),
    'credit-refund': kind(async (effect): Promise<RefundAnswer> => {
      const { orderId, refundId, amount } = crediting.parse(effect.payload)
      const order = await orderOf(orderId)
      const asked = { orderId, key: effect.id, paymentId: refundId, amount: amountIn(order, amount) }
      return { ...(await ask('refund', creditProvider, asked, order, effect)), refund: refundId }
    }),
  }
}

const anotherProvider = (name: string): Refused => ({
  type: 'refused',
  code: 'another_provider',
  message: `This was paid through ${name}, which the shop has no access to any more.`,
})
