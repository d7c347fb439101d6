import { expect, it } from 'vitest'
import { createTries } from './tries'

const clocked = () => {
  let time = 1_000_000
  const tries = createTries({ free: 3, firstWaitMs: 1_000, longestWaitMs: 5_000, now: () => time })
  return { tries, pass: (ms: number) => (time += ms) }
}

it('lets some be tried at once, and then ever more slowly, up to a longest wait', () => {
  const { tries, pass } = clocked()
  const waits: number[] = []
  for (let nth = 0; nth < 8; nth++) {
    expect(tries.begin('ada')).toBeUndefined()
    const wait = tries.begin('ada')?.retryAfterSeconds
    if (wait === undefined) continue
    waits.push(wait)
    pass(wait * 1_000)
  }
  expect(waits).toEqual([1, 2, 4, 5, 5, 5, 5])
})

it('counts those under way: many at once are as many', () => {
  const { tries } = clocked()
  const answers = Array.from({ length: 64 }, () => tries.begin('ada'))
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(3)
})

it('forgets what was tried before the right one, and nobody else waits for it', () => {
  const { tries, pass } = clocked()
  for (let nth = 0; nth < 3; nth++) tries.begin('ada')
  expect(tries.begin('ada')).toEqual({ type: 'TooManyTries', retryAfterSeconds: 1 })
  expect(tries.begin('bob')).toBeUndefined()
  pass(1_000)
  expect(tries.begin('ada')).toBeUndefined()
  tries.succeeded('ada')
  expect(tries.begin('ada')).toBeUndefined()
  expect(tries.begin('ada')).toBeUndefined()
})

it('forgets after an hour', () => {
  const { tries, pass } = clocked()
  for (let nth = 0; nth < 3; nth++) tries.begin('ada')
  pass(60 * 60 * 1_000 + 1)
  expect(tries.begin('ada')).toBeUndefined()
  expect(tries.begin('ada')).toBeUndefined()
})
