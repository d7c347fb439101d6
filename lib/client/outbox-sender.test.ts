import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionAnswer } from '../protocol/answers'
import { issued, type OutboxEntry, type Person } from './outbox'
import { add, anEntry, checkout, of } from './outbox-samples'
import { createSender, type SenderOptions } from './outbox-sender'
import { memoryStorage } from './outbox-storage'
import { createOutboxStore } from './outbox-store'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const acceptedAt = (version: number): ActionAnswer => ({
  type: 'accepted',
  cartId: 'cart-1',
  version,
  position: version,
  events: [],
})
const refused: ActionAnswer = { type: 'rejected', rejection: { type: 'CartEmpty' } }
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

/** A tab whose server answers as told, in turn; the last answer stays. */
const aTab = (answers: (() => Promise<ActionAnswer>)[], options: Partial<SenderOptions> = {}) => {
  const store = options.store ?? createOutboxStore(memoryStorage(), () => undefined)
  const sent: OutboxEntry[] = []
  const answered: string[] = []
  const sender = createSender({
    store,
    person: () => of('ada'),
    send: (entry) => {
      sent.push(entry)
      return (answers.length > 1 ? answers.shift() : answers[0])?.() ?? lost()
    },
    onAnswer: (_, { type }) => answered.push(type),
    oneAtATime: (run) => run(),
    isOnline: () => true,
    now: Date.now,
    ...options,
  })
  const click = async (entry: OutboxEntry) => {
    const ids = new Set(store.get().entries.map(({ commandId }) => commandId))
    await store.change((outbox) => issued(outbox, entry, ids))
    sender.wake()
  }
  const open = () => store.get().entries.filter(({ answered }) => !answered)
  return { store, sender, sent, answered, click, open }
}

describe('the sender', () => {
  it('sends what waits one at a time, in order, and forgets it with its answer', async () => {
    const { click, sent, answered, open } = aTab([async () => acceptedAt(2), async () => refused])
    await click(anEntry(add()))
    await click(anEntry(checkout))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(({ request }) => request.type)).toEqual(['AddItem', 'Checkout'])
    expect(answered).toEqual(['accepted', 'rejected'])
    expect(open()).toEqual([])
  })

  it('gathers the clicks that follow the first', async () => {
    const { click, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(0)
    for (let nth = 0; nth < 4; nth++) await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent.map(({ request }) => request)).toEqual([add(1), add(4)])
  })

  it('sends again, as it was, what got no answer, for as long as it takes', async () => {
    const tries = 30
    const { click, sent, open } = aTab([...Array(tries).fill(lost), async () => acceptedAt(2)])
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.length).toBeLessThan(8)
    await click(anEntry(add()))
    expect(open()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(180_000)
    expect(open()).toEqual([])
    expect(new Set(sent.slice(0, tries + 1).map(({ commandId }) => commandId)).size).toBe(1)
    expect(new Set(sent.slice(0, tries + 1).map(({ request }) => JSON.stringify(request))).size).toBe(1)
  })

  it('gives up waiting for an answer that never comes, and asks again', async () => {
    const { click, sent, open } = aTab([() => new Promise(() => undefined), async () => acceptedAt(2)])
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(2)
    expect(open()).toEqual([])
  })

  it('gathers no longer when the page is left', async () => {
    const { click, sender, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(0)
    await click(anEntry(add()))
    sender.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(2)
  })

  it('waits for the network, and goes on as soon as it is back', async () => {
    let online = false
    const { click, sender, sent } = aTab([async () => acceptedAt(2)], { isOnline: () => online })
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toEqual([])
    online = true
    sender.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
  })

  it('keeps what was asked for by somebody who is signed out, until they are back', async () => {
    const { click, sent, answered, open } = aTab([
      async () => ({ type: 'signedOut' }),
      async () => acceptedAt(2),
    ])
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(0)
    expect(answered).toEqual([])
    expect(open()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5_000)
    expect([sent.length, answered]).toEqual([2, ['accepted']])
  })

  it('leaves alone what somebody else asked for', async () => {
    let person: Person = of('grace')
    const { click, sender, sent } = aTab([async () => acceptedAt(2)], { person: () => person })
    await click(anEntry(add()))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    person = of('ada')
    sender.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
  })

  it('tells what waits for a new cart where the first of it went', async () => {
    const { click, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(add(), { cartId: null }))
    await click(anEntry(add(1, 'tea'), { cartId: null }))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(({ cartId }) => cartId)).toEqual([null, 'cart-1'])
  })

  it('sends nothing that another tab sends', async () => {
    const store = createOutboxStore(memoryStorage(), () => undefined)
    let turn: Promise<unknown> = Promise.resolve()
    const oneAtATime: SenderOptions['oneAtATime'] = (run) => {
      const mine = turn.then(run)
      turn = mine
      return mine
    }
    const [here, there] = [0, 1].map(() => aTab([async () => acceptedAt(2)], { store, oneAtATime }))
    await here?.click(anEntry(add()))
    there?.sender.wake()
    await here?.click(anEntry(add(1, 'tea')))
    there?.sender.wake()
    await vi.advanceTimersByTimeAsync(60_000)
    const sent = [...(here?.sent ?? []), ...(there?.sent ?? [])].map(({ commandId }) => commandId)
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(2)
  })
})
