import { expect, test, vi } from 'vitest'
import { eventually } from '../../testing/eventually'
import { createPace } from './presence-pace'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

test('however often it is asked, one step follows the one under way', async () => {
  const { opened, open } = gate()
  const step = vi.fn(() => opened)
  const pace = createPace({ step, everyMs: 1, onError: () => undefined })
  pace.ask()
  await eventually(() => expect(step).toHaveBeenCalledTimes(1))
  for (let times = 0; times < 1_000; times++) pace.ask()
  expect(step).toHaveBeenCalledTimes(1)
  open()
  await eventually(() => expect(step).toHaveBeenCalledTimes(2))
  await pace.stop()
  pace.ask()
  expect(step).toHaveBeenCalledTimes(2)
})

test('steps keep their distance', async () => {
  const at: number[] = []
  const pace = createPace({
    step: async () => {
      at.push(performance.now())
      if (at.length < 4) pace.ask()
    },
    everyMs: 30,
    onError: () => undefined,
  })
  pace.ask()
  await eventually(() => expect(at).toHaveLength(4))
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(25)
})

test('a step that fails is told of, and the next one comes', async () => {
  const failures: unknown[] = []
  const step = vi.fn().mockRejectedValueOnce('lost').mockResolvedValue(undefined)
  const pace = createPace({ step, everyMs: 1, onError: (error) => failures.push(error) })
  pace.ask()
  await eventually(() => expect(failures).toEqual(['lost']))
  pace.ask()
  await eventually(() => expect(step).toHaveBeenCalledTimes(2))
  await pace.stop()
})
