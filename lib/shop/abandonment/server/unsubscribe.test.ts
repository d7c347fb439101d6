import { expect, it } from 'vitest'
import { createUnsubscribe } from './unsubscribe'

const { tokenOf, customerOf } = createUnsubscribe('a secret of at least 32 characters')

it('a token says whose it is, and nobody else can make one', () => {
  const token = tokenOf('ann/ä')
  expect(customerOf(token)).toBe('ann/ä')
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
  expect(createUnsubscribe('another secret of 32 characters!').customerOf(token)).toBeUndefined()
})

it.each([
  ['nothing', ''],
  ['no signature', tokenOf('ann').split('.')[0] as string],
  ['another one', `${tokenOf('bob').split('.')[0]}.${tokenOf('ann').split('.')[1]}`],
  ['a longer one', `${tokenOf('ann')}.x`],
  ['a cut one', tokenOf('ann').slice(0, -4)],
])('a token with %s is of nobody', (_, token) => {
  expect(customerOf(token)).toBeUndefined()
})
