import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { ProcessRequest } from '../../kit/processes/process-events'
import type { TakeInput } from '../../kit/processes/turn'
import { cartCreated, recorded } from '../testing/events'
import type { CartActivity } from './activity'
import { abandonmentType } from './wire/abandonment-type'

const hour = 3_600_000
const day = 24 * hour
const begun = '2026-11-01T10:00:00.000Z'
const later = (ms: number, than = begun) => new Date(Date.parse(than) + ms).toISOString()

const [created] = recorded([cartCreated()], 'cart-1').map((event) => ({
  ...event,
  occurredAt: begun,
})) as unknown as [RecordedEvent]

const seen = { version: 2, total: { amount: 1599, currency: 'USD' } }
const activity = (over: Partial<CartActivity> = {}): CartActivity => ({
  isOpen: true,
  isEmpty: false,
  seen,
  lastAt: begun,
  mayRemind: true,
  remindAfterMs: day,
  abandonAfterMs: 30 * day,
  ...over,
})

/** A cart that is watched: what is found in it, and what its process asks for, by and by. */
const watch = () => {
  let state = abandonmentType.initial('cart-1')
  let story: string[] = []
  const take = (input: TakeInput) => {
    const decision = abandonmentType.decide(input, state)
    if (decision.type !== 'accepted') throw new Error(decision.type)
    story = decision.events.map(({ type }) => type)
    state = abandonmentType.fold(state, decision.events)
    return decision.events
  }
  const waiting = (type: ProcessRequest['type'], name: string) => {
    const found = state.waitsFor.find((each) => each.type === type && each.data.name === name)
    if (!found) throw new Error(`It waits for no ${type} ${name}`)
    return found.data as { readonly id: string } & Record<string, unknown>
  }
  return {
    take,
    waiting,
    state: () => state,
    story: () => story,
    fire: (at: string) => take({ type: 'FireTimer', id: waiting('TimerSet', 'idle').id, at }),
    find: (found: CartActivity, at: string) =>
      take({ type: 'FinishEffect', id: waiting('EffectRequested', 'look').id, answer: found, at }),
  }
}

const watched = () => {
  const cart = watch()
  cart.take({ type: 'TakeEvent', event: created })
  cart.find(activity(), later(10))
  return cart
}

describe('a cart that is watched', () => {
  it('is looked at, and then by one timer, set from its last activity', () => {
    const cart = watch()
    cart.take({ type: 'TakeEvent', event: created })
    expect(cart.story()).toEqual(['InputTaken', 'CartWatched', 'EffectRequested'])
    cart.find(activity(), later(10))
    expect(cart.waiting('TimerSet', 'idle')).toMatchObject({ dueAt: later(day) })
    cart.fire(later(day))
    const lastAt = later(20 * hour)
    cart.find(activity({ lastAt }), later(day))
    expect(cart.story()).toEqual(['EffectDone', 'TimerSet'])
    expect(cart.waiting('TimerSet', 'idle')).toMatchObject({ dueAt: later(day, lastAt) })
    expect(cart.state().waitsFor).toHaveLength(1)
  })

  it('that is left alone reminds its owner once, and again when they were back', () => {
    const cart = watched()
    cart.fire(later(day))
    cart.find(activity(), later(day))
    expect(cart.story()).toEqual(['EffectDone', 'CartIdled', 'EffectRequested', 'TimerSet'])
    expect(cart.waiting('EffectRequested', 'reminder')).toMatchObject({
      kind: 'cart-reminder',
      payload: { cartId: 'cart-1' },
    })
    expect(cart.waiting('TimerSet', 'idle')).toMatchObject({ dueAt: later(30 * day) })
    cart.fire(later(29 * day))
    cart.find(activity(), later(29 * day))
    expect(cart.story()).toEqual(['EffectDone', 'TimerSet'])
    cart.fire(later(30 * day))
    cart.find(activity({ lastAt: later(5 * day) }), later(30 * day))
    expect(cart.story()).toContain('CartIdled')
  })

  it.each<[string, Partial<CartActivity>]>([
    ['nobody who did not say so', { mayRemind: false }],
    ['nobody of an empty cart', { isEmpty: true }],
  ])('reminds %s', (_, over) => {
    const cart = watched()
    cart.fire(later(day))
    const events = cart.find(activity(over), later(day))
    expect(events).toContainEqual({ type: 'CartIdled', data: { since: begun, isReminded: false } })
    expect(cart.story()).not.toContain('EffectRequested')
  })

  it('is abandoned after longer, as it was seen, and watched no more once it is', () => {
    const cart = watched()
    cart.fire(later(30 * day))
    cart.find(activity(), later(30 * day))
    const command = cart.waiting('CommandRequested', 'abandon')
    expect(command).toMatchObject({
      stream: { type: 'cart', id: 'cart-1' },
      command: { type: 'AbandonCart', reason: 'Left alone', idleSince: begun, seen },
    })
    cart.take({
      type: 'TakeAnswer',
      id: command.id,
      answer: { type: 'accepted', version: 3, position: 9 },
      at: later(30 * day),
    })
    cart.find(activity({ isOpen: false }), later(30 * day))
    expect(cart.story()).toEqual(['EffectDone', 'WatchEnded'])
    expect(cart.state().waitsFor).toEqual([])
  })

  it('stays where somebody was at it in the last moment', () => {
    const cart = watched()
    cart.fire(later(30 * day))
    cart.find(activity(), later(30 * day))
    const answer = { type: 'rejected', rejection: { type: 'SeenChanged' } } as const
    cart.take({
      type: 'TakeAnswer',
      id: cart.waiting('CommandRequested', 'abandon').id,
      answer,
      at: later(30 * day),
    })
    cart.find(activity({ lastAt: later(30 * day - 1) }), later(30 * day))
    expect(cart.waiting('TimerSet', 'idle')).toMatchObject({ dueAt: later(31 * day - 1) })
  })

  it('is watched again once its owner is back, even while it was just looked at', () => {
    const cart = watched()
    const reopened = {
      ...created,
      type: 'CartReopened',
      data: { idleSince: begun },
      position: 50,
    } as unknown as RecordedEvent
    cart.fire(later(31 * day))
    const before = cart.waiting('EffectRequested', 'look').id
    cart.take({ type: 'TakeEvent', event: reopened })
    cart.take({ type: 'FinishEffect', id: before, answer: activity({ isOpen: false }), at: later(31 * day) })
    expect(cart.story()).toContain('WatchEnded')
    cart.find(activity({ lastAt: later(31 * day) }), later(31 * day))
    expect(cart.story()).toEqual(['EffectDone', 'CartWatched', 'TimerSet'])
    expect(cart.state().own.status).toBe('watching')
  })

  it('is none that was imported', () => {
    const imported = {
      ...created,
      metadata: { ...created.metadata, actor: { kind: 'import', id: 'retail.csv' } },
    }
    expect(abandonmentType.process.instanceOf(imported)).toBeUndefined()
    expect(abandonmentType.process.instanceOf(created)).toBe('cart-1')
  })
})
