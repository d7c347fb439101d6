import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it, vi } from 'vitest'
import type { CartCommand } from '../../../shop/cart/commands'
import type { CartEvent } from '../../../shop/cart/events'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { cartStream } from '../../../shop/server/streams'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import { handlerOver } from '../../../testing/handler'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { handleCommand } from './handle'

const stream = cartStream('cart-1')
const actor = { kind: 'guest', id: 'g-1' } as const
const mug = { name: 'The mug', unitPrice: { amount: 1599, currency: 'USD' } }
const addMug: CartCommand = { type: 'AddItem', productId: 'mug', quantity: 1, product: mug }
const removeMug: CartCommand = { type: 'RemoveItem', productId: 'mug', quantity: 1, reason: 'no' }

const storeWithCart = async (): Promise<EventStore> => {
  const store = createMemoryStore(shopEvents)
  await store.append({ stream, expectedVersion: 0, events: [newEvent(cartCreated()), newEvent(itemAdded())] })
  return store
}

/** A store in which somebody else is faster before each of the first appends. */
const contended = (store: EventStore, times: number): EventStore => {
  let left = times
  return {
    ...store,
    append: async (append) => {
      if (left-- > 0) {
        await store.append({ stream, expectedVersion: 'any', events: [newEvent(itemAdded('tea'))] })
      }
      return store.append(append)
    },
  }
}

describe('answers that wrote nothing', () => {
  it('are kept within a budget; beyond it nothing is kept and it is for later', async () => {
    const store = await storeWithCart()
    const kept: string[] = []
    const watched: EventStore = {
      ...store,
      keepOutcome: (...asked) => {
        kept.push(asked[1])
        return store.keepOutcome(...asked)
      },
    }
    let left = 1
    const send = (command: CartCommand) =>
      handleCommand(handlerOver(watched), storedCart, {
        streamId: stream.id,
        command,
        actor,
        commandId: uuidv4(),
        spendAnswer: async () => (left-- > 0 ? { type: 'spent' } : { type: 'over', retryAfterMs: 60_000 }),
      })
    const removeTea: CartCommand = { ...removeMug, productId: 'tea' }
    expect((await send(removeTea)).type).toBe('rejected')
    expect(await send(removeTea)).toEqual({ type: 'overloaded', retryAfterMs: 60_000 })
    expect(kept).toHaveLength(1)
    expect((await send(addMug)).type).toBe('accepted')
  })
})

describe('handling a command', () => {
  it('appends what was decided, with who, why and when, and answers where it stands', async () => {
    const store = await storeWithCart()
    const commandId = uuidv4()
    const handled = await handleCommand(handlerOver(store), storedCart, {
      streamId: stream.id,
      command: addMug,
      actor,
      commandId,
    })
    const [event] = await store.readStream(stream, { from: 3 })
    expect(handled).toEqual({ type: 'accepted', version: 3, position: 3, events: [event] })
    const commandType = 'AddItem'
    expect(event?.metadata).toEqual({
      actor,
      correlationId: commandId,
      causationId: commandId,
      commandId,
      commandType,
    })
    expect(event?.occurredAt).toBe('2026-01-01T00:00:00.000Z')
  })

  it('decides again on what a faster one left', async () => {
    const store = await storeWithCart()
    const handled = await handleCommand(handlerOver(contended(store, 3)), storedCart, {
      streamId: stream.id,
      command: addMug,
      actor,
    })
    expect(handled).toMatchObject({ type: 'accepted', version: 6 })
    expect((await store.readStream(stream)).map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is refused as the log has it where the cart it remembers was closed and archived elsewhere', async () => {
    const store = await storeWithCart()
    const handler = handlerOver({ ...store, append: async () => ({ type: 'archived' }) })
    await handler.aggregates.load(storedCart, stream.id)
    const abandoned: CartEvent = { type: 'CartAbandoned', data: { reason: 'too dear' } }
    await store.append({ stream, expectedVersion: 2, events: [newEvent(abandoned)] })
    const handled = await handleCommand(handler, storedCart, {
      streamId: stream.id,
      command: addMug,
      actor,
    })
    expect(handled).toEqual({ type: 'rejected', rejection: { type: 'CartAbandoned' } })
  })

  it('gives up after a bounded number of conflicts', async () => {
    const store = await storeWithCart()
    const handled = await handleCommand(handlerOver(contended(store, 1000)), storedCart, {
      streamId: stream.id,
      command: { ...addMug, quantity: 1 },
      actor,
    })
    expect(handled.type).toBe('conflict')
  })

  it('answers a conflict at once where the caller insists on a version', async () => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command: addMug, actor }
    const stale = await handleCommand(handlerOver(store), storedCart, { ...request, expectedVersion: 1 })
    expect(stale).toEqual({ type: 'conflict', expected: 1, actual: 2 })
    const raced = await handleCommand(handlerOver(contended(store, 1)), storedCart, {
      ...request,
      expectedVersion: 2,
    })
    expect(raced).toEqual({ type: 'conflict', expected: 2, actual: 3 })
    const right = await handleCommand(handlerOver(store), storedCart, { ...request, expectedVersion: 3 })
    expect(right).toMatchObject({ type: 'accepted', version: 4 })
  })

  it('answers a rejection with its data and appends nothing', async () => {
    const store = await storeWithCart()
    const command: CartCommand = { ...addMug, quantity: 10 }
    const handled = await handleCommand(handlerOver(store), storedCart, {
      streamId: stream.id,
      command,
      actor,
    })
    expect(handled).toEqual({
      type: 'rejected',
      rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 11 },
    })
    expect(await store.headPosition()).toBe(2)
  })

  it('tells nothing to whom the guard turns away, not even an answer given before', async () => {
    const store = await storeWithCart()
    const commandId = uuidv4()
    await handleCommand(handlerOver(store), storedCart, {
      streamId: stream.id,
      command: addMug,
      actor,
      commandId,
    })
    const handled = await handleCommand(handlerOver(store), storedCart, {
      streamId: stream.id,
      command: addMug,
      actor,
      commandId,
      guard: () => ({ type: 'CartNotFound' as const }),
    })
    expect(handled).toEqual({ type: 'rejected', rejection: { type: 'CartNotFound' } })
  })
})

describe('a stranger’s commands', () => {
  const guard = () => ({ type: 'CartNotFound' as const })
  const strangers = { streamId: stream.id, command: addMug, actor, guard }
  const owners = { streamId: stream.id, command: addMug, actor, guard: () => undefined }
  const refused = { type: 'rejected', rejection: { type: 'CartNotFound' } }

  it('never stand before the owner’s: they are refused while the owner’s wait, and take nobody’s place', async () => {
    const store = await storeWithCart()
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const handler = handlerOver({ ...store, append: (append) => opened.then(() => store.append(append)) })
    const first = handleCommand(handler, storedCart, owners)
    const foreign = Array.from({ length: 1_300 }, () => handleCommand(handler, storedCart, strangers))
    const second = handleCommand(handler, storedCart, owners)
    for (const told of await Promise.all(foreign)) expect(told).toEqual(refused)
    open()
    expect(await Promise.all([first, second])).toMatchObject([{ version: 3 }, { version: 4 }])
  })

  it('cost one look at the log, however many come at once', async () => {
    const store = await storeWithCart()
    const readStream = vi.fn(store.readStream)
    const handler = handlerOver({ ...store, readStream })
    const send = () => handleCommand(handler, storedCart, strangers)
    await Promise.all(Array.from({ length: 50 }, send))
    await send()
    expect(readStream).toHaveBeenCalledOnce()
  })
})

describe('the same command id', () => {
  it('conflicts the same again, though the version has come by now', async () => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command: addMug, actor, commandId: uuidv4(), expectedVersion: 3 }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    await handleCommand(handlerOver(store), storedCart, { streamId: stream.id, command: addMug, actor })
    expect(first).toEqual({ type: 'conflict', expected: 3, actual: 2 })
    expect(await handleCommand(handlerOver(store), storedCart, request)).toEqual(first)
  })

  it('appends once and answers the same, though the cart has moved on', async () => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command: addMug, actor, commandId: uuidv4() }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    await handleCommand(handlerOver(store), storedCart, { streamId: stream.id, command: removeMug, actor })
    expect(await handleCommand(handlerOver(store), storedCart, request)).toEqual(first)
    expect(await store.headPosition()).toBe(4)
  })

  it('is refused the same again, though it would be allowed by now', async () => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command: { ...addMug, quantity: 10 }, actor, commandId: uuidv4() }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    await handleCommand(handlerOver(store), storedCart, { streamId: stream.id, command: removeMug, actor })
    expect(first.type).toBe('rejected')
    expect(await handleCommand(handlerOver(store), storedCart, request)).toEqual(first)
  })

  it('answers the same again where there was nothing to do', async () => {
    const store = await storeWithCart()
    const command: CartCommand = { type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 1 }
    const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    expect(first).toEqual({ type: 'accepted', version: 2, position: 2, events: [] })
    await handleCommand(handlerOver(store), storedCart, { streamId: stream.id, command: addMug, actor })
    expect(await handleCommand(handlerOver(store), storedCart, request)).toEqual(first)
  })

  it.each<[string, CartCommand]>([
    ['an event', addMug],
    ['a refusal', { ...addMug, quantity: 10 }],
    ['nothing', { type: 'ChangeItemQuantity', productId: 'mug', newQuantity: 1 }],
  ])('that came to %s is refused for anything else, and stays what it was', async (_what, command) => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    const version = await store.headVersion(stream)
    for (const other of [removeMug, { ...addMug, quantity: 9 }, { ...addMug, productId: 'tea' }]) {
      const reused = await handleCommand(handlerOver(store), storedCart, { ...request, command: other })
      expect(reused).toEqual({ type: 'reused' })
    }
    expect(await store.headVersion(stream)).toBe(version)
    expect(await handleCommand(handlerOver(store), storedCart, request)).toEqual(first)
  })

  it('is one though it is sent for another version, and looked up with another price', async () => {
    const store = await storeWithCart()
    const payload = { type: 'AddItem', productId: 'mug', quantity: 1 }
    const request = { streamId: stream.id, command: addMug, payload, actor, commandId: uuidv4() }
    const first = await handleCommand(handlerOver(store), storedCart, request)
    const dearer = { ...addMug, product: { ...mug, unitPrice: { amount: 9999, currency: 'USD' } } }
    const again = { ...request, command: dearer, expectedVersion: 1 }
    expect(await handleCommand(handlerOver(store), storedCart, again)).toEqual(first)
  })

  it('appends once, sent twice at the same time to two nodes', async () => {
    const store = await storeWithCart()
    const request = { streamId: stream.id, command: addMug, actor, commandId: uuidv4() }
    const [one, two] = await Promise.all([
      handleCommand(handlerOver(store), storedCart, request),
      handleCommand(handlerOver(store), storedCart, request),
    ])
    expect(one).toEqual(two)
    expect(await store.headPosition()).toBe(3)
  })
})
