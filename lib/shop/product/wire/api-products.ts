import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { nextKey, pageLimit } from '../../../kit/wire/api-fields'
import { freshness, readAfter } from '../../../kit/wire/freshness'
import { id, plainText } from '../../../kit/wire/text'
import { catalogueProduct } from './catalogue'

export const productsPage = z.object({
  products: z.array(catalogueProduct).readonly(),
  next: nextKey,
  ...freshness.shape,
})

export const getProducts = endpoint({
  name: 'readProducts',
  method: 'GET',
  path: '/api/products',
  summary: 'The catalogue',
  access: 'anyone',
  query: readAfter.extend({
    q: plainText(100).optional().describe('Words to look for'),
    category: plainText(100).optional(),
    after: id.optional().describe('Only products after this one'),
    limit: pageLimit,
  }),
  status: 200,
  answer: productsPage,
})
