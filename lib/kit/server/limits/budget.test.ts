import { expect, it, vi } from 'vitest'
import { createBudget, createOwnBudgets } from './budget'

const times = async <T>(count: number, work: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let nth = 0; nth < count; nth++) results.push(await work())
  return results
}

it('gives each key its own, says when there is more, and has more by then', async () => {
  vi.useFakeTimers()
  try {
    const { spend } = createBudget(2, 60)
    expect((await times(3, () => spend('a'))).map(({ type }) => type)).toEqual(['spent', 'spent', 'over'])
    expect(await spend('b')).toEqual({ type: 'spent' })
    vi.advanceTimersByTime(20_000)
    expect(await spend('a')).toEqual({ type: 'over', retryAfterMs: 40_000 })
    vi.advanceTimersByTime(40_000)
    expect(await spend('a')).toEqual({ type: 'spent' })
  } finally {
    vi.useRealTimers()
  }
})

it('has budgets of several sizes', async () => {
  const { spend } = createOwnBudgets(60)
  expect((await times(2, () => spend('small', 1))).map(({ type }) => type)).toEqual(['spent', 'over'])
  expect((await times(2, () => spend('big', 5))).map(({ type }) => type)).toEqual(['spent', 'spent'])
})
