import { v5 as uuidv5 } from 'uuid'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { ProcessRequest } from '../../kit/processes/process-events'
import type { TakeInput } from '../../kit/processes/turn'
import { createHandle } from '../../kit/server/commands/handle'
import type { Mail } from '../../kit/server/mail/mail'
import { createMemoryStore } from '../../kit/server/store/memory-store'
import { handlerOver } from '../../kit/testing/handler'
import type { AccountCommand } from '../account/commands'
import type { AccountState } from '../account/state'
import { storedAccount } from '../account/wire/stored-account'
import { followedTypes } from '../fulfilment/inputs'
import { createCoverEdit } from '../fulfilment/server/cover-edit'
import { fulfilmentEffects } from '../fulfilment/server/fulfilment-effects'
import { hearPayment } from '../fulfilment/server/hear-payment'
import { fulfilmentType } from '../fulfilment/wire/fulfilment-type'
import type { OrderCommand } from '../order/commands'
import type { OrderEvent } from '../order/events'
import type { OrderState } from '../order/state'
import { storedOrder } from '../order/wire/stored-order'
import { createTestProvider } from '../payment/server/test-provider'
import type { StockCommand } from '../stock/commands'
import type { StockState } from '../stock/state'
import { storedStock } from '../stock/wire/stored-stock'
import { shopEvents } from '../wire/events/shop-events'
import { streamTypes } from '../wire/stream-types'
import { createMemoryTestProvider } from './payment/memory-test-provider'

const actor = { kind: 'staff', id: 'sue' } as const
const begun = Date.parse('2026-11-30T12:00:00.000Z')
const orderId = 'stream-1'
const namespace = 'b0c9f7d4-3f5a-5a77-8f0e-0d6c1e2b3a49'

export type World = ReturnType<typeof openWorld>

/**
 * One order and its fulfilment, over the rules, the handler and the test provider as they are, in memory. Nothing happens by itself: what
 * the process hears, and what is done for it, is up to the test, in any order, more than once, and with answers that get lost.
 */
export const openWorld = () => {
  let ahead = 0
  let sent = 0
  let heard = 0
  const now = () => new Date(begun + ahead)
  const at = () => now().toISOString()
  const store = createMemoryStore(shopEvents)
  const dependencies = { ...handlerOver(store, shopEvents), now }
  const handle = createHandle(dependencies)
  const { aggregates } = dependencies
  const mails: Mail[] = []
  const toUrl = (path: string) => `https://shop.test${path}`
  const outside = createMemoryTestProvider()
  const provider = createTestProvider({
    store: outside,
    now,
    newToken: () => uuidv5(`token ${sent++}`, namespace),
    wait: async (ms) => {
      ahead += ms
    },
    pageOf: (paymentId) => `https://shop.test/payments/test/${paymentId}`,
    notify: async (notice) => hearPayment({ provider, handle }, notice),
  })
  const effects = fulfilmentEffects({
    store,
    aggregates,
    handle,
    provider,
    toUrl,
    mail: { send: async (mail) => void (mails.some(({ id }) => id === mail.id) || mails.push(mail)) },
  })
  const instance = { type: fulfilmentType.streamType, id: orderId }
  const cause = { correlationId: 'story-1', causationId: 'event-1' }

  const take = (command: TakeInput) =>
    handle(fulfilmentType, { streamId: orderId, command, actor: { kind: 'system', id: 'fulfilment' }, cause })

  const state = async () => (await aggregates.loadFresh(fulfilmentType, orderId)).state
  const order = async (): Promise<OrderState> => (await aggregates.loadFresh(storedOrder, orderId)).state

  /** What the process hasn't heard of the order, oldest first. */
  const unheard = async (): Promise<readonly RecordedEvent[]> =>
    (await store.readAll({ after: heard, limit: 1_000 })).filter(
      ({ streamType, type }) => streamType === 'order' && (followedTypes as string[]).includes(type),
    )
  const hear = async (event: RecordedEvent): Promise<void> => {
    await take({ type: 'TakeEvent', event })
    heard = event.position
  }
  const isDue = (request: ProcessRequest): boolean =>
    request.type !== 'TimerSet' || request.data.dueAt <= at()
  const due = async (): Promise<readonly ProcessRequest[]> => (await state()).waitsFor.filter(isDue)

  /** What is asked for is done; its answer is the process's next input. */
  const run = async (request: ProcessRequest): Promise<TakeInput> => {
    const { id } = request.data
    switch (request.type) {
      case 'TimerSet':
        return { type: 'FireTimer', id, at: at() }
      case 'CommandRequested': {
        const { stream, command } = request.data
        const handled = await handle(streamTypes.get(stream.type), {
          streamId: stream.id,
          command,
          actor: { kind: 'system', id: 'fulfilment' },
          commandId: id,
          cause,
        })
        if (handled.type !== 'accepted' && handled.type !== 'rejected') throw new Error(handled.type)
        const answer =
          handled.type === 'accepted'
            ? { type: handled.type, version: handled.version, position: handled.position }
            : { type: handled.type, rejection: handled.rejection }
        return { type: 'TakeAnswer', id, at: at(), answer }
      }
      case 'EffectRequested': {
        const kind = effects[request.data.kind]
        if (!kind) throw new Error(`Nobody does ${request.data.kind}`)
        const effect = { id, payload: request.data.payload, process: instance, cause }
        const answer = await kind.run(effect, new AbortController().signal)
        return { type: 'FinishEffect', id, at: at(), answer }
      }
    }
  }
  /** Does what is asked for; where that fails it is asked for again. */
  const perform = async (request: ProcessRequest): Promise<void> => {
    const answer = await run(request).catch(() => undefined)
    if (answer) await take(answer)
  }

  /** Until there is nothing more to hear or to do at this time. */
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 300; turns++) {
      const [event] = await unheard()
      if (event) await hear(event)
      else {
        const [request] = await due()
        if (!request) return
        await perform(request)
      }
    }
    throw new Error('There is always something more to do')
  }

  const send = async (command: OrderCommand) =>
    handle(storedOrder, { streamId: orderId, command, actor, commandId: uuidv5(`${sent++}`, namespace) })

  return {
    orderId,
    at,
    unheard,
    hear,
    due,
    run,
    perform,
    take,
    settle,
    send,
    state,
    order,
    mails,
    provider,
    coverEdit: createCoverEdit({ aggregates, handle, provider, toUrl }),
    /** A token of a card of this number. */
    card: async (number: string): Promise<string> => (await provider.tokenFor(number))?.token ?? '',
    pass: (ms: number): void => {
      ahead += ms
    },
    account: async (accountId: string): Promise<AccountState> =>
      (await aggregates.loadFresh(storedAccount, accountId)).state,
    give: async (accountId: string, ...commands: AccountCommand[]): Promise<void> => {
      for (const command of commands) {
        const commandId = uuidv5(`${sent++}`, namespace)
        const { type } = await handle(storedAccount, { streamId: accountId, command, actor, commandId })
        if (type !== 'accepted') throw new Error(type)
      }
    },
    stock: async (productId: string): Promise<StockState> =>
      (await aggregates.loadFresh(storedStock, productId)).state,
    /** So many are on the shelf, and these are promised to the order. */
    keep: async (productId: string, onHand: number, reserved: number): Promise<void> => {
      const commands: StockCommand[] = [
        { type: 'ReceiveStock', quantity: onHand },
        { type: 'ReserveStock', orderId, quantity: reserved, at: at() },
      ]
      for (const command of commands) {
        const commandId = uuidv5(`${sent++}`, namespace)
        await handle(storedStock, { streamId: productId, command, actor, commandId })
      }
    },
    /** What happened to the order, by its events' names. */
    story: async (): Promise<readonly OrderEvent['type'][]> =>
      (await store.readStream({ type: 'order', id: orderId })).map(({ type }) => type as OrderEvent['type']),
    paymentOf: outside.paymentOf,
    /** All that the provider knows of. */
    payments: outside.payments,
  }
}
