import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type OpenEngine, openEngine } from '../../../kit/server/engine/open-engine'
import type { EffectKinds } from '../../../kit/server/processes/effects'
import type { KilledOptions } from '../../../kit/testing/kills/kill-again'
import { migrationsDir } from '../../../kit/testing/migrations'
import { fulfilmentEffects } from '../../fulfilment/server/fulfilment-effects'
import { fulfilmentType } from '../../fulfilment/wire/fulfilment-type'
import type { OrderCommand } from '../../order/commands'
import { storedOrder } from '../../order/wire/stored-order'
import { createStripe, createStripeProvider } from '../../payment/server/stripe-provider'
import { streamTypes } from '../../wire/stream-types'
import { placeOrder } from '../orders'

/** Its writers place orders, and ship or cancel them. */
export interface FulfilmentAppOptions extends KilledOptions {
  /** Where the stand-in of Stripe listens. */
  readonly stripePort: number
}

/** The program that is killed: orders are placed and seen through, and Stripe is asked by its own SDK. */
const { stripePort, writers, ...database } = JSON.parse(process.argv[2] ?? '') as FulfilmentAppOptions
process.on('disconnect', () => process.exit())

const stripe = createStripe('sk_test_of_nobody', { host: '127.0.0.1', port: stripePort, protocol: 'http' })
const effectsOf = ({ store, aggregates, handle }: Pick<OpenEngine, 'store' | 'aggregates' | 'handle'>) =>
  fulfilmentEffects({
    store,
    aggregates,
    handle,
    provider: createStripeProvider(stripe),
    toUrl: (path) => `https://shop.test${path}`,
    mail: { send: async () => undefined },
  })

/** They need the engine that needs them: whoever is asked for one before it is there waits for it. */
const kinds = Object.keys(effectsOf({} as OpenEngine))
const effects: EffectKinds = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    {
      run: async (effect, signal) => {
        const found = effectsOf(await opening)[kind]
        if (!found) throw new Error(`Nobody does ${kind}`)
        return found.run(effect, signal)
      },
    },
  ]),
)
const opening: Promise<OpenEngine> = openEngine({
  ...database,
  migrationsDir,
  types: streamTypes.all.filter(({ streamType }) => !['fulfilment', 'abandonment'].includes(streamType)),
  processes: [fulfilmentType],
  effects,
})
const engine = await opening
process.send?.('ready')

const actor = { kind: 'customer', id: 'ann' } as const
const send = (streamId: string, command: OrderCommand) =>
  engine.handle(storedOrder, { streamId, command, actor })

const fulfilOne = async (nth: number): Promise<void> => {
  const orderId = randomUUID()
  const payment = { method: 'card', reference: 'pm_4242424242424242' }
  const editableUntil = new Date(0).toISOString()
  await send(orderId, placeOrder({ cartId: orderId, payment, editableUntil }))
  const isCancelled = nth % 4 === 3
  for (;;) {
    const cancel = { type: 'CancelOrder', reason: 'Too late', cancelledBy: 'staff' } as const
    const command = isCancelled ? cancel : ({ type: 'ShipOrder' } as const)
    if ((await send(orderId, command)).type === 'accepted') return
    await delay(10)
  }
}
const forEver = async () => {
  for (let nth = 0; ; nth++) await fulfilOne(nth)
}
await Promise.all(Array.from({ length: writers }, forEver))
