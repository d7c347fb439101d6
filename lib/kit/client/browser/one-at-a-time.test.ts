import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTurns } from './one-at-a-time'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Runs something that takes a while; counts how often it was run. */
const aTask = () => {
  let runs = 0
  const run = async () => {
    runs += 1
    await new Promise((resolve) => setTimeout(resolve, 100))
    return 'done'
  }
  return { run, runs: () => runs }
}

test('what is done goes with the lock that is given', async () => {
  const { run, runs } = aTask()
  const turns = createTurns('name', () => ({ request: async (_, __, begin) => begin() }))
  const done = turns(run)
  await vi.advanceTimersByTimeAsync(100)
  expect([await done, runs()]).toEqual(['done', 1])
})

test.each<[string, Parameters<typeof createTurns>[1]]>([
  ['there are no locks', () => undefined],
  [
    'the lock is refused',
    () => ({ request: () => Promise.reject(new DOMException('', 'InvalidStateError')) }),
  ],
  ['the lock never comes', () => ({ request: () => new Promise(() => undefined) })],
  [
    'the lock is given up on',
    () => ({
      request: (_, { signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    }),
  ],
])('it is done once all the same where %s', async (_, locks) => {
  const { run, runs } = aTask()
  const done = createTurns('name', locks)(run)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await done, runs()]).toEqual(['done', 1])
})

test('a lock that comes when it was given up on does nothing more', async () => {
  const { run, runs } = aTask()
  let give = () => {}
  const done = createTurns('name', () => ({
    request: (_, __, begin) =>
      new Promise((resolve, reject) => {
        give = () => void begin().then(resolve, reject)
      }),
  }))(run)
  await vi.advanceTimersByTimeAsync(60_000)
  give()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await done, runs()]).toEqual(['done', 1])
})

test('what fails is told, and not done again', async () => {
  let runs = 0
  const turns = createTurns('name', () => ({ request: async (_, __, begin) => begin() }))
  const failing = turns(async () => {
    runs += 1
    throw new Error('It broke')
  })
  await expect(failing).rejects.toThrow('It broke')
  expect(runs).toBe(1)
})
