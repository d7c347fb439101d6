import { expect, test } from 'vitest'
import type { CartRequest } from '@/lib/shop/cart/wire/commands'
import { couldNot } from './request-words'

const productId = 'mug'
const words: readonly [CartRequest, string][] = [
  [{ type: 'AddItem', productId, quantity: 1 }, 'Ceramic Mug could not be added'],
  [{ type: 'AddItem', productId, quantity: 3 }, '3 × Ceramic Mug could not be added'],
  [{ type: 'RemoveItem', productId, reason: 'no' }, 'Ceramic Mug could not be taken out'],
  [{ type: 'ChangeItemQuantity', productId, newQuantity: 4 }, 'Ceramic Mug could not be changed to 4'],
  [{ type: 'RestoreCart', toVersion: 4 }, 'The cart could not be brought back to version 4'],
  [{ type: 'AbandonCart', reason: 'no' }, 'The cart could not be abandoned'],
]

test.each(words)('%o is named', (request, sentence) => {
  expect(couldNot(request, 'Ceramic Mug')).toBe(sentence)
})

test('a product nobody can name is told all the same', () => {
  expect(couldNot({ type: 'AddItem', productId, quantity: 1 })).toBe('A product could not be added')
})
