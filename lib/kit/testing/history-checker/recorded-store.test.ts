import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cartStream } from '../../../shop/server/streams'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { cartCreated, itemAdded, newEvent } from '../../../testing/events'
import type { Append } from '../../server/store/event-store'
import { createMemoryStore } from '../../server/store/memory-store'
import { checkHistory } from './check-history'
import { readLog, readOperations, recordStore } from './recorded-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const [stream, other] = [cartStream('one'), cartStream('two')]

it('writes down what was asked and what was answered', async () => {
  const file = join(folder, 'journal')
  const store = recordStore(createMemoryStore(shopEvents), file)
  const tagged = newEvent(cartCreated(), { tags: ['customer:c-1'] })
  const expectedVersion = 'none'
  await store.append({ stream, expectedVersion, events: [tagged, newEvent(itemAdded())] })
  await store.append({ stream, expectedVersion, events: [newEvent(cartCreated())] })
  const appends = (): Append[] => [
    { stream, expectedVersion: 2, events: [newEvent(itemAdded())] },
    { stream: other, expectedVersion, events: [newEvent(cartCreated())] },
  ]
  const condition = { queries: [{ tags: ['customer:c-1'] }], after: 0 }
  await store.appendTogether({ appends: appends(), condition })
  await store.appendTogether({ appends: appends(), condition: { ...condition, after: 2 } })
  await store.appendTogether({ appends: appends() })

  const operations = readOperations(file)
  expect(operations.map(({ outcome }) => outcome)).toEqual([
    { type: 'written', heads: [{ version: 2, position: 2 }] },
    { type: 'refused', actual: [2] },
    { type: 'outdated', position: 1 },
    {
      type: 'written',
      heads: [
        { version: 3, position: 3 },
        { version: 1, position: 4 },
      ],
    },
    { type: 'refused', actual: [3, 1] },
  ])
  for (const { calledAt, answeredAt } of operations) expect(answeredAt).toBeGreaterThanOrEqual(calledAt)
  expect(checkHistory(operations, await readLog(store))).toEqual([])
})

it('knows no outcome of what failed, or was cut off', async () => {
  const file = join(folder, 'journal')
  const failing = { ...createMemoryStore(shopEvents), append: () => Promise.reject(new Error('gone')) }
  const store = recordStore(failing, file)
  const events = [newEvent(cartCreated())]
  await expect(store.append({ stream, expectedVersion: 0, events })).rejects.toThrow('gone')
  appendFileSync(file, '{"id":0,"at":1,"end":{"ty')
  expect(readOperations(file)).toMatchObject([
    { outcome: { type: 'unknown' }, answeredAt: Number.POSITIVE_INFINITY },
  ])
})
