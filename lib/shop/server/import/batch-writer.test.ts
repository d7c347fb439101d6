import { describe, expect, it } from 'vitest'
import type { Append } from '../../../kit/server/store/event-store'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { shopEvents } from '../../wire/events/shop-events'
import { createBatchWriter } from './batch-writer'
import { listedBy } from './fixtures/listed-by'

const listing = {
  name: 'Lantern',
  description: '',
  category: 'Light',
  unitPrice: { amount: 9, currency: 'USD' },
}
const appendOf = (nth: number): Append => listedBy({ kind: 'import', id: 'sales.csv' }, `p${nth}`, listing)

const write = async (count: number, givesWay: boolean) => {
  const store = createMemoryStore(shopEvents)
  const underWayAtRests: number[] = []
  let written = 0
  let underWay = 0
  let most = 0
  const writer = createBatchWriter(
    {
      append: async (append) => {
        most = Math.max(most, ++underWay)
        const result = await store.append(append)
        underWay--
        return result
      },
    },
    {
      givesWay: () => givesWay,
      rest: async () => underWayAtRests.push(underWay),
    },
  )
  for (let nth = 0; nth < count; nth++) await writer.add(appendOf(nth), () => void written++)
  await writer.flush()
  return { written, most, underWayAtRests }
}

describe('the batch writer', () => {
  it('rests for nobody when it is alone', async () => {
    const { written, underWayAtRests } = await write(1_000, false)
    expect({ written, underWayAtRests }).toEqual({ written: 1_000, underWayAtRests: [] })
  })

  it('leaves the log to others after every few events when it gives way', async () => {
    const { written, most, underWayAtRests } = await write(1_000, true)
    expect(written).toBe(1_000)
    expect(most).toBeLessThanOrEqual(200)
    expect(underWayAtRests.every((underWay) => underWay === 0)).toBe(true)
  })

  it('tells of a failure', async () => {
    const writer = createBatchWriter({ append: () => Promise.reject(new Error('No disk')) })
    await writer.add(appendOf(1), () => undefined)
    await expect(writer.flush()).rejects.toThrow('No disk')
  })
})
