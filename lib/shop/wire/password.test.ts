import { describe, expect, it } from 'vitest'
import { isOfOwner, newPassword } from './password'
import { signUpDetails } from './sign-up'

describe('a new password', () => {
  it.each([
    'aaaaaaaaaaaa',
    'AaAaAaAaAaAa',
    'ababababab',
    '            ',
    ' \t  \t  \t  \t ',
    'a          b',
    'short',
    'x'.repeat(129),
  ])('is not %j', (password) => {
    expect(newPassword.safeParse(password).success).toBe(false)
  })

  it.each(['correct horse battery', 'ÄÖÜß🫖漢字teapot', 'tr0ub4dor&3'])('may be %j', (password) => {
    expect(newPassword.safeParse(password).success).toBe(true)
  })
})

const ada = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' }

describe('a password of its owner', () => {
  it.each([
    'ada.lovelace@example.com',
    'ADA.LOVELACE@example.com',
    'ada.lovelace',
    'AdaLovelace1!',
    'example.com',
    'adalovelace99',
    'LovelaceAda99',
  ])('%j is one', (password) => {
    expect(isOfOwner(password, ada)).toBe(true)
  })

  it.each(['analytical engine', 'ada and the engine of 1843', 'correct horse battery'])(
    '%j is none',
    (password) => {
      expect(isOfOwner(password, ada)).toBe(false)
    },
  )

  it('is told at its field before it is sent', () => {
    const parsed = signUpDetails.safeParse({ ...ada, password: 'ada.lovelace@example.com' })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['password'])
  })
})
