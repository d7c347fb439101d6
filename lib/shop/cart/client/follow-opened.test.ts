import { expect, test } from 'vitest'
import { cartToFollow } from './follow-opened'

test.each([
  ['nothing was begun', { offered: null, cartId: null, isOpen: false }, undefined],
  ['a first cart was begun', { offered: 'new', cartId: null, isOpen: false }, 'new'],
  ['the cart is there but none is looked at yet', { offered: 'new', cartId: null, isOpen: true }, 'new'],
  ['it is the one looked at', { offered: 'old', cartId: 'old', isOpen: false }, undefined],
  ['the one looked at is still open', { offered: 'new', cartId: 'old', isOpen: true }, undefined],
  ['the one looked at was closed', { offered: 'new', cartId: 'old', isOpen: false }, 'new'],
])('where %s', (_, opened, next) => {
  expect(cartToFollow(opened)).toBe(next)
})
