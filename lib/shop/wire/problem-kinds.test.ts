import { expect, it } from 'vitest'
import { apiEndpoints } from './api-endpoints'
import { isProblemCode, problemKinds } from './problem-kinds'

const undescribed = (codes: readonly string[]) => codes.filter((code) => !isProblemCode(code))

it('describes every code that the API says it refuses with', () => {
  const told = apiEndpoints.flatMap(({ refusals = {} }) => Object.values(refusals))
  const codes = told.flatMap((text) => [...text.matchAll(/(?:^|\. )([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?=: )/g)])
  const named = codes.map(([, code = '']) => code)
  expect(named).toContain('CartNotFound')
  expect(undescribed(named)).toEqual([])
})

it('describes what is said of a path that leads nowhere', () => {
  const absent = apiEndpoints.flatMap((endpoint) => endpoint.absent ?? [])
  expect(absent).toContain('CartNotFound')
  expect(undescribed(absent)).toEqual([])
})

it('has a meaning and a remedy for each, in whole sentences', () => {
  for (const { meaning, remedy } of Object.values(problemKinds)) {
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(remedy).toMatch(/^[A-Z].*[.`]$/)
  }
  expect(isProblemCode('constructor')).toBe(false)
})
