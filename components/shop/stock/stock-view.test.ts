import { expect, it } from 'vitest'
import type { StockEvent } from '@/lib/shop/stock/events'
import { productSentence } from '../catalogue/view/product-view'
import { stockSentence } from './stock-view'

const sentences: readonly [StockEvent, string][] = [
  [{ type: 'StockReceived', data: { quantity: 3 } }, '3 pieces came in'],
  [{ type: 'StockCounted', data: { quantity: 0 } }, '0 pieces counted on the shelf'],
  [{ type: 'StockReserved', data: { orderId: 'o', quantity: 1 } }, '1 piece promised to an order'],
  [{ type: 'StockTaken', data: { orderId: 'o', quantity: 2 } }, '2 pieces sent with an order'],
]

it.each(sentences)('what happened to stock is told: %j', (event, sentence) => {
  expect(stockSentence(event)).toBe(sentence)
})

it('another price is told with the one before', () => {
  const [oldPrice, newPrice] = [1_599, 1_799].map((amount) => ({ amount, currency: 'USD' })) as [
    { amount: number; currency: string },
    { amount: number; currency: string },
  ]
  expect(productSentence({ type: 'ProductPriced', data: { oldPrice, newPrice } })).toBe(
    '$15.99 became $17.99',
  )
})
