import { expect, it } from 'vitest'
import { problemKinds, titleOfProblem } from './problem-kinds'

it('has a meaning and a remedy for each code, in whole sentences', () => {
  for (const { meaning, remedy } of Object.values(problemKinds)) {
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(remedy).toMatch(/^[A-Z].*[.`]$/)
  }
})

it('makes a title of a code', () => {
  expect(titleOfProblem('ConcurrencyConflict')).toBe('Concurrency conflict')
})
