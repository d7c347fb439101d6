import { expect, it } from 'vitest'
import { asVisitor } from '../../../kit/server/http/admission/visitor-scope'
import { createHashing } from './hashing'
import { isHashingOverloaded } from './hashing-overloaded'

it('refuses a visitor who wants too many passwords hashed, and goes on with the others', async () => {
  const { hash, verify } = createHashing(1, {
    hash: async (password) => `hash of ${password}`,
    verify: async ({ hash, password }) => hash === `hash of ${password}`,
  })
  const told = await Promise.allSettled([
    ...Array.from({ length: 20 }, () => asVisitor('greedy', () => hash('a password of theirs'))),
    asVisitor('other', () => hash('a password')),
  ])
  const refused = told.filter((each) => each.status === 'rejected')
  expect(refused).toHaveLength(11)
  expect(refused.every(({ reason }) => isHashingOverloaded(reason))).toBe(true)
  const other = told[20]
  if (other?.status !== 'fulfilled') throw new Error('the other was refused')
  expect(await verify({ hash: other.value, password: 'a password' })).toBe(true)
  expect(await verify({ hash: other.value, password: 'another' })).toBe(false)
})

it('hashes as better-auth does', async () => {
  const { hash, verify } = createHashing(1)
  expect(await verify({ hash: await hash('a password'), password: 'a password' })).toBe(true)
})
