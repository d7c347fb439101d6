import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import type { ReadAll } from '../store/event-store'
import { withReadAhead } from './read-ahead'

/** A log of so many events, and what was read of it. */
const logOf = (begun: number) => {
  let head = begun
  const reads: ReadAll[] = []
  let broken: number | undefined
  const store = {
    readAll: async (range: ReadAll) => {
      reads.push(range)
      const { after = 0, upTo = head, limit } = range
      const end = Math.min(after + limit, upTo)
      if (broken !== undefined && after < broken && broken <= end) throw new Error('unreadable')
      const count = Math.max(0, Math.min(limit, upTo - after, head - after))
      return Array.from({ length: count }, (_, nth) => ({ position: after + nth + 1 }) as RecordedEvent)
    },
  }
  const positions = async (range: ReadAll) => (await ahead.readAll(range)).map(({ position }) => position)
  const ahead = withReadAhead(store)
  return {
    reads,
    positions,
    breakAt: (position: number) => {
      broken = position
    },
    growTo: (position: number) => {
      head = position
    },
  }
}

describe('reading ahead', () => {
  it('has the page after a full one at hand, and gives what the log would', async () => {
    const { reads, positions } = logOf(25)
    expect(await positions({ after: 0, upTo: 100, limit: 10 })).toHaveLength(10)
    expect(reads.map(({ after }) => after)).toEqual([0, 10])
    expect(await positions({ after: 10, upTo: 110, limit: 10 })).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ])
    expect(await positions({ after: 20, upTo: 120, limit: 10 })).toEqual([21, 22, 23, 24, 25])
    // None after one that wasn't full, and that one again.
    expect(reads.map(({ after }) => after)).toEqual([0, 10, 20, 20])
  })

  it('misses nothing that comes after it was read', async () => {
    const { positions, growTo } = logOf(13)
    expect(await positions({ after: 0, upTo: 100, limit: 10 })).toHaveLength(10)
    growTo(200)
    expect(await positions({ after: 10, upTo: 110, limit: 10 })).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ])
  })

  it.each<[string, Partial<ReadAll>]>([
    ['goes back', { after: 3 }],
    ['has another end before it', { upTo: 24 }],
    ['wants others', { filter: { types: ['NoteWritten'] } }],
  ])('reads anew for who %s', async (_, over) => {
    const { reads, positions } = logOf(25)
    await positions({ after: 0, upTo: 100, limit: 10 })
    const asked = { after: 10, upTo: 110, limit: 10, ...over }
    const [first] = await positions(asked)
    expect(first).toBe((asked.after ?? 0) + 1)
    expect(reads).toContainEqual(asked)
  })

  it('fails where that is asked for, and not before', async () => {
    const { positions, breakAt } = logOf(25)
    breakAt(15)
    expect(await positions({ after: 0, upTo: 100, limit: 10 })).toHaveLength(10)
    await expect(positions({ after: 10, upTo: 110, limit: 10 })).rejects.toThrow('unreadable')
    await expect(positions({ after: 10, upTo: 14, limit: 10 })).resolves.toEqual([11, 12, 13, 14])

    breakAt(2)
    await expect(positions({ after: 0, upTo: 100, limit: 10 })).rejects.toThrow('unreadable')
    breakAt(15)
    await positions({ after: 0, upTo: 100, limit: 10 })
    await expect(positions({ after: 10, upTo: 110, limit: 10 })).rejects.toThrow('unreadable')
    breakAt(99)
    await expect(positions({ after: 10, upTo: 110, limit: 10 })).resolves.toHaveLength(10)
  })
})
