import { expect, it } from 'vitest'
import { isProblemCode, problemKinds, titleOfProblem } from '../../kit/wire/problem-kinds'
import { apiEndpoints } from '../../shop/wire/api-endpoints'

it('describes every code that the API says it refuses with', () => {
  const told = apiEndpoints.flatMap(({ refusals = {} }) => Object.values(refusals))
  const codes = told.flatMap((text) => [...text.matchAll(/(?:^|\. )([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?=: )/g)])
  const named = codes.map(([, code = '']) => code)
  expect(named).toContain('CartNotFound')
  expect(named.filter((code) => !isProblemCode(code))).toEqual([])
})

it('has a meaning and a remedy for each, in whole sentences', () => {
  for (const { meaning, remedy } of Object.values(problemKinds)) {
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(remedy).toMatch(/^[A-Z].*[.`]$/)
  }
  expect(titleOfProblem('MaxQuantityExceeded')).toBe('Max quantity exceeded')
  expect(isProblemCode('constructor')).toBe(false)
})
