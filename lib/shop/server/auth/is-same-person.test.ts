import { expect, test } from 'vitest'
import type { ShopIdentity } from '../../wire/shop-identity'
import { isSamePerson } from './is-same-person'

const guest: ShopIdentity = { userId: 'guest-1', role: 'shopper', isGuest: true, name: '', email: '' }
const ada: ShopIdentity = { ...guest, userId: 'ada', isGuest: false }

test.each([
  ['nobody’s, by nobody', null, undefined, true],
  ['nobody’s, by the guest they became', null, guest, true],
  ['nobody’s, by who signed in since', null, ada, false],
  ['one’s own', 'ada', ada, true],
  ['somebody else’s', 'ada', guest, false],
  ['somebody’s who signed out', 'ada', undefined, false],
] as const)('%s', (_, issuedBy, identity, isSame) => {
  expect(isSamePerson(issuedBy, identity)).toBe(isSame)
})
