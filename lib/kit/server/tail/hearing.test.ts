import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepHearing } from './hearing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const listening = () => {
  let answers: 'at once' | 'never' | 'not' = 'at once'
  let asked = 0
  const hearing = keepHearing({
    now: Date.now,
    hear: () => {
      asked++
      if (answers === 'not') return Promise.reject(new Error('It broke'))
      return answers === 'never' ? new Promise(() => undefined) : Promise.resolve()
    },
  })
  return {
    ...hearing,
    asked: () => asked,
    answer: (how: typeof answers) => {
      answers = how
    },
  }
}

it('is certain as long as the listener answers', async () => {
  const { isCertain, stop } = listening()
  expect(isCertain()).toBe(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(isCertain()).toBe(true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(isCertain()).toBe(true)
  stop()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isCertain()).toBe(false)
})

it('is certain of nothing a second after it was last certain, where no answer comes, and asks once meanwhile', async () => {
  const { isCertain, answer, asked, stop } = listening()
  await vi.advanceTimersByTimeAsync(900)
  answer('never')
  await vi.advanceTimersByTimeAsync(300)
  const before = asked()
  await vi.advanceTimersByTimeAsync(699)
  expect(isCertain()).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  expect(isCertain()).toBe(false)
  expect(asked()).toBe(before)
  stop()
})

it('is certain of nothing at once where the connection broke, and again when it is back', async () => {
  const { isCertain, settle, answer, stop } = listening()
  await vi.advanceTimersByTimeAsync(0)
  answer('not')
  await settle()
  expect(isCertain()).toBe(false)
  answer('at once')
  await vi.advanceTimersByTimeAsync(300)
  expect(isCertain()).toBe(true)
  stop()
})
