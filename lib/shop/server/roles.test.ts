import { expect, it } from 'vitest'
import { rolesOf } from './roles'

it.each([
  [[], true, true],
  [['--dev'], true, true],
  [['--serve'], true, false],
  [['--follow'], false, true],
  [['--serve', '--follow'], true, true],
])('%j', (args, serves, follows) => {
  expect(rolesOf(args)).toEqual({ serves, follows })
})
