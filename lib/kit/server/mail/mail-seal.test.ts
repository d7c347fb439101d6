import { expect, it } from 'vitest'
import { createMailSeal } from './mail-seal'

const seal = createMailSeal('s'.repeat(32))
const envelope = { to: 'ada@example.com', subject: 'Your link' }

it('opens what it sealed, for the mail and the part that it was sealed for', () => {
  const sealed = seal.seal('a', 'envelope', envelope)
  expect(sealed.toString('latin1')).not.toContain('ada')
  expect(seal.envelope('a', sealed)).toEqual(envelope)
  expect(seal.envelope('b', sealed)).toBeUndefined()
  expect(seal.content('a', sealed)).toBeUndefined()
})

it('opens nothing that was sealed under another secret, or changed', () => {
  const sealed = seal.seal('a', 'envelope', envelope)
  expect(createMailSeal('t'.repeat(32)).envelope('a', sealed)).toBeUndefined()
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(seal.envelope('a', sealed)).toBeUndefined()
  expect(seal.envelope('a', Buffer.alloc(3))).toBeUndefined()
})

it('finds an address in any case, and by its secret alone', () => {
  expect(seal.addressKey('Ada@Example.com')).toEqual(seal.addressKey('ada@example.com'))
  expect(seal.addressKey('bob@example.com')).not.toEqual(seal.addressKey('ada@example.com'))
  expect(createMailSeal('t'.repeat(32)).addressKey('ada@example.com')).not.toEqual(
    seal.addressKey('ada@example.com'),
  )
})
