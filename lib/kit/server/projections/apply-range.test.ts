import { expect, it } from 'vitest'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from '../store/memory-store'
import { applyRange } from './apply-range'

const logOf = async (count: number) => {
  const store = createMemoryStore(notebookEvents)
  const events = Array.from({ length: count }, () => newEvent(noteWritten()))
  await store.append({ stream: notebookStream('a'), expectedVersion: 'any', events })
  return store
}

const apply = async (count: number, givesWay: () => boolean) => {
  const steps: number[] = []
  const rests: number[] = []
  let seen = 0
  await applyRange(
    await logOf(count),
    { filter: {}, after: 0, upTo: count },
    async ({ events, upTo }) => {
      seen += events.length
      steps.push(upTo)
    },
    { givesWay, rest: async (ms) => rests.push(ms) },
  )
  return { seen, steps, rests }
}

it('takes much at once, and rests for nobody, when it is alone', async () => {
  expect(await apply(1_200, () => false)).toEqual({ seen: 1_200, steps: [1_200], rests: [] })
})

it('goes in small steps with rests between them when it gives way', async () => {
  const { seen, steps, rests } = await apply(1_200, () => true)
  expect({ seen, steps }).toEqual({ seen: 1_200, steps: [500, 1_000, 1_200] })
  expect(rests).toHaveLength(3)
  expect(Math.max(...rests)).toBeLessThanOrEqual(250)
})
