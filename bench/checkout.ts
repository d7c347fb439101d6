import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../lib/kit/server/log'
import { iterateAll } from '../lib/kit/server/store/iterate'
import { handleCartRequest } from '../lib/shop/cart/server/cart-commands'
import type { CartRequest } from '../lib/shop/cart/wire/commands'
import { storedCart } from '../lib/shop/cart/wire/stored-cart'
import { type Context, createContext } from '../lib/shop/server/context'
import { shopTermsId } from '../lib/shop/terms/terms-stream'
import { storedTerms } from '../lib/shop/terms/wire/stored-terms'
import { person } from '../lib/shop/testing/person'
import { openShopGround } from '../lib/shop/testing/started-shop'
import { describeFlushRate } from './flush-rate'
import { ascending, percentile } from './percentile'
import { sendSteadily } from './steadily'
import { figure, printTable } from './table'

const rates = [10, 50]
const warmUpSeconds = 2
const seconds = 10
const targetMs = 150
const patienceMs = 60_000

const shopper = person('bench', 'shopper')

const details = {
  type: 'Checkout',
  paymentMethod: 'card',
  contact: { name: 'Ann', email: 'ann@example.com' },
  shippingAddress: { street: '1 Main St', city: 'Ely', state: 'CA', zipCode: '90001', country: 'US' },
} as const

/** Carts that are checked out at a steady rate, until their orders are paid and confirmed: placed, looked at, authorised, confirmed. */
export const benchCheckout = async (): Promise<void> => {
  const ground = await openShopGround({ LOG_LEVEL: 'error' })
  try {
    await ground.start()
    const context = await createContext(ground.config, ground.database, createLog('error'))
    try {
      process.stdout.write(
        `\nFrom CartCheckedOut to OrderConfirmed. ${describeFlushRate(ground.config.dataDir)}.\n`,
      )
      await context.commands.handle(storedTerms, {
        streamId: shopTermsId,
        command: { type: 'SetEditWindow', seconds: 0 },
        actor: { kind: 'staff', id: 'bench' },
      })
      const rows: string[][] = []
      for (const perSecond of rates) rows.push(await measure(context, perSecond))
      printTable(['checkouts a second', 'orders', 'p50 ms', 'p99 ms', 'worst', 'target p99'], rows)
    } finally {
      await context.close()
    }
  } finally {
    await ground.remove()
  }
}

const measure = async (context: Context, perSecond: number): Promise<string[]> => {
  const { commands, payments, store } = context
  const { token = '' } = (await payments.test?.tokenFor('4242424242424242')) ?? {}
  const carts: string[] = []
  while (carts.length <= perSecond * (warmUpSeconds + seconds)) {
    const cartId = commands.newId()
    const command = { type: 'CreateCart', customerId: shopper.userId } as const
    const actor = { kind: 'customer', id: shopper.userId } as const
    await commands.handle(storedCart, { streamId: cartId, command, actor })
    await send(commands, cartId, { type: 'AddItem', productId: 'ceramic-mug', quantity: 1 })
    carts.push(cartId)
  }
  const from = await store.headPosition()
  const sent: Promise<unknown>[] = []
  await sendSteadily(perSecond, warmUpSeconds + seconds, () => {
    sent.push(send(commands, carts[sent.length] ?? '', { ...details, payment: { reference: token } }))
  })
  await Promise.all(sent)

  const deadline = performance.now() + patienceMs
  let tookMs = await readTimes(store, from)
  while (tookMs.size < sent.length && performance.now() < deadline) {
    await sleep(500)
    tookMs = await readTimes(store, from)
  }
  if (tookMs.size !== sent.length) throw new Error(`Of ${sent.length} orders ${tookMs.size} were confirmed`)
  const counted = ascending(
    carts.slice(warmUpSeconds * perSecond, sent.length).map((id) => tookMs.get(id) ?? Number.NaN),
  )
  return [
    perSecond,
    counted.length,
    percentile(counted, 50),
    percentile(counted, 99),
    counted.at(-1) ?? Number.NaN,
    targetMs,
  ].map(figure)
}

const send = async (commands: Context['commands'], cartId: string, request: CartRequest): Promise<void> => {
  const answer = await handleCartRequest(commands, shopper, cartId, request, {})
  if (answer.type !== 'accepted') throw new Error(JSON.stringify(answer))
}

/** How long each order took that was confirmed after this place in the log. */
const readTimes = async (store: Context['store'], after: number): Promise<ReadonlyMap<string, number>> => {
  const [placedAt, tookMs] = [new Map<string, number>(), new Map<string, number>()]
  const types = ['CartCheckedOut', 'OrderConfirmed']
  for await (const { streamId, type, recordedAt } of iterateAll(store, { after, filter: { types } })) {
    const at = Date.parse(recordedAt ?? '')
    if (type === 'CartCheckedOut') placedAt.set(streamId, at)
    else tookMs.set(streamId, at - (placedAt.get(streamId) ?? Number.NaN))
  }
  return tookMs
}
