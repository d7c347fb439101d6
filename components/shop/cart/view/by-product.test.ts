import { expect, test } from 'vitest'
import { byProduct } from './by-product'

test('lines go by their product, other things by nothing', () => {
  expect(byProduct({ productId: 'mug' })).toBe('mug')
  expect(byProduct({ amount: 1 })).toBeUndefined()
  expect(byProduct('mug')).toBeUndefined()
})
