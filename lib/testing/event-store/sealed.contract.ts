import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Actor, EventMetadata, RecordedEvent } from '../../kit/events/recorded-event'
import { isSealed, type SealedValue } from '../../kit/server/sealing/sealed-value'
import { eventHash } from '../../kit/server/store/event-hash'
import type { Append, EventStore } from '../../kit/server/store/event-store'
import type { CartCheckedOut } from '../../shop/cart/events'
import { cartCreated, checkedOut, itemAdded, newEvent } from '../events'
import { freshStream } from './fresh-stream'

const by = (actor: Actor): { metadata: EventMetadata } => ({
  metadata: { actor, correlationId: 'story', causationId: 'story', commandId: null },
})
const shopper = by({ kind: 'customer', id: 'ada' })

/** Personal fields are sealed in what is stored, and read as they were told. */
export const sealedContract = (store: () => EventStore): void => {
  const charged = (stream = freshStream()): Append => ({
    stream,
    expectedVersion: 'any',
    events: [newEvent(itemAdded()), newEvent(checkedOut(), shopper)],
  })
  const readLast = async ({ stream }: Append): Promise<RecordedEvent> =>
    (await store().readStream(stream)).at(-1) as RecordedEvent

  describe('personal fields', () => {
    it('read as they were told, however they are read, with what is stored beside them', async () => {
      const append = charged()
      const after = await store().headPosition()
      const written = await store().append(append)
      const event = await readLast(append)
      expect(event.data).toEqual(checkedOut().data)
      const { shippingAddress } = storedOf(event)
      expect(isSealed(shippingAddress)).toBe(true)
      expect(event.stored?.data).toEqual({ ...event.data, shippingAddress })
      expect(JSON.stringify(event.stored)).not.toContain('Springfield')
      expect(written).toMatchObject({ events: await store().readStream(append.stream) })
      expect((await store().readAll({ after, limit: 10 })).at(-1)).toEqual(event)
      expect(await store().readEvent(event.eventId)).toEqual(event)
    })

    it('are covered by the hash as they are stored', async () => {
      const append = charged()
      await store().append(append)
      const [before, event] = (await store().readStream(append.stream)) as [RecordedEvent, RecordedEvent]
      expect(eventHash(Buffer.from(before.hash, 'hex'), event).toString('hex')).toBe(event.hash)
    })

    it('are sealed in what goes together, too', async () => {
      const appends = [charged(), charged()]
      const together = await store().appendTogether({ appends })
      const read = await Promise.all(appends.map(({ stream }) => store().readStream(stream)))
      expect(together).toMatchObject({ results: read.map((events) => ({ events })) })
      for (const events of read) expect(JSON.stringify(events.at(-1)?.stored)).not.toContain('Springfield')
    })

    it('of one person are sealed with one key', async () => {
      const appends = [charged(), charged()]
      await Promise.all(appends.map(store().append))
      const [one, other] = (await Promise.all(appends.map(readLast))).map(storedOf)
      expect(one).toMatchObject({ shippingAddress: { key: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
      expect(keyIn(other)).toBe(keyIn(one))
    })

    it('leave other events as they are', async () => {
      const append = charged()
      await store().append(append)
      const [added] = await store().readStream(append.stream)
      expect(added).not.toHaveProperty('stored')
    })

    it('let nothing overtake them in their stream', async () => {
      const stream = freshStream()
      const results = await Promise.all([
        store().append({
          stream,
          expectedVersion: 0,
          events: [newEvent(checkedOut(), by({ kind: 'customer', id: uuidv7() }))],
        }),
        store().append({ stream, expectedVersion: 1, events: [newEvent(itemAdded())] }),
      ])
      expect(results.map(({ type }) => type)).toEqual(['written', 'written'])
    })

    it('of nobody are refused', async () => {
      const stream = freshStream()
      const events = [newEvent(checkedOut(), by({ kind: 'import', id: 'sales.csv' }))]
      await expect(store().append({ stream, expectedVersion: 0, events })).rejects.toMatchObject({
        name: 'InvalidAppend',
        reason: 'NoSubject',
      })
      expect(await store().headVersion(stream)).toBe(0)
      const whole = [newEvent(cartCreated('retail-1')), ...events]
      expect(await store().append({ stream, expectedVersion: 0, events: whole })).toMatchObject({
        type: 'written',
      })
    })
  })
}

const storedOf = ({ stored }: RecordedEvent) => stored?.data as CartCheckedOut['data']

const keyIn = (data: CartCheckedOut['data'] | undefined): unknown =>
  (data?.shippingAddress as SealedValue | undefined)?.key
