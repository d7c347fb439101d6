import * as z from 'zod'
import { commandHeaders, creationHeaders } from '../../../kit/wire/api-delivery'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { nextNumber, pageLimit, wholeNumber } from '../../../kit/wire/api-fields'
import { freshness, readAfter } from '../../../kit/wire/freshness'
import { recordedEvent } from '../../../kit/wire/recorded-event-schema'
import { id, plainText } from '../../../kit/wire/text'
import { commandId, delivery } from '../../cart/wire/commands'
import { catalogueProduct } from './catalogue'
import { catalogueFile, catalogueImported } from './catalogue-import'
import { newProduct, productRequest } from './product-requests'

const handled = {
  version: z.int().min(0).describe('Of the product after it, or of its stock'),
  position: z.int().min(0).describe('Place in the whole log of the last event'),
  events: z.array(recordedEvent).readonly(),
}

export const postProduct = endpoint({
  name: 'listProduct',
  method: 'POST',
  path: '/api/products',
  summary: 'Put a product into the catalogue, with its stock where that is counted',
  access: 'staff',
  headers: creationHeaders,
  body: newProduct.extend({ commandId: commandId.optional() }),
  status: 201,
  answer: z.object({ productId: z.string(), ...handled }),
  refusals: {
    409: 'ProductAlreadyListed: a product of this id is in the catalogue, or was',
    422: 'A rule of the catalogue; `code` says which. CommandIdReused: the id came before with something else',
  },
})

export const postProductCommand = endpoint({
  name: 'sendProductCommand',
  method: 'POST',
  path: '/api/products/{productId}/commands',
  summary:
    'Describe, price, withdraw or bring back a product; bring in, count or write off what there is of it',
  access: 'staff',
  params: z.object({ productId: id }),
  absent: 'ProductNotListed',
  headers: commandHeaders,
  body: productRequest.and(delivery),
  status: 200,
  answer: z.object(handled),
  refusals: {
    404: 'ProductNotListed: the catalogue never had it',
    409: 'ConcurrencyConflict: product or stock are not at the expected version. OutOfStock, BelowReserved: so many are not there, or are promised to orders',
    412: 'ConcurrencyConflict: they are not at the version that `If-Match` names',
    422: 'A rule of catalogue or stock; `code` says which. CommandIdReused: the id came before with something else',
  },
})

/** A product as staff sees it. */
const staffProduct = catalogueProduct.extend({
  isWithdrawn: z.boolean(),
  stock: z
    .object({
      onHand: z.int().min(0),
      reserved: z.int().min(0).describe('Promised to orders'),
      available: z.int().min(0),
    })
    .nullable()
    .describe('null: nobody counts it'),
})
export type StaffProduct = z.infer<typeof staffProduct>

export const getCatalogue = endpoint({
  name: 'readCatalogue',
  method: 'GET',
  path: '/api/catalogue',
  summary: 'All products, withdrawn ones included, with what there is of each',
  access: 'staff',
  query: readAfter.extend({
    q: plainText(100).optional().describe('A part of a name, an id, a category or a group'),
    withdrawn: z.enum(['yes', 'no']).optional().describe('Only those that are withdrawn, or are not'),
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().describe("The last page's `next`"),
    limit: pageLimit,
  }),
  status: 200,
  answer: z.object({ products: z.array(staffProduct).readonly(), next: nextNumber, ...freshness.shape }),
})

export const getOpenCarts = endpoint({
  name: 'readOpenCartsOfProduct',
  method: 'GET',
  path: '/api/products/{productId}/open-carts',
  summary: 'How many open carts hold a product: those whom another price or a withdrawal is told',
  access: 'staff',
  params: z.object({ productId: id }),
  query: readAfter,
  status: 200,
  answer: z.object({
    carts: z.int().min(0).describe('Of the newest that ever held it'),
    pieces: z.int().min(0),
    isMore: z.boolean().describe('There are older ones that were not looked into'),
    ...freshness.shape,
  }),
})

export const postPutAway = endpoint({
  name: 'putStarterCatalogueAway',
  method: 'POST',
  path: '/api/catalogue/put-away',
  summary: 'Withdraw each product of the starter catalogue that nobody has changed',
  access: 'staff',
  headers: creationHeaders,
  status: 200,
  answer: z.object({ withdrawn: z.array(z.string()).readonly() }),
})

export const postCatalogueImport = endpoint({
  name: 'importCatalogue',
  method: 'POST',
  path: '/api/catalogue/import',
  summary:
    "Take a file's products into the catalogue, Shopify's or a plain CSV; or see what that would change",
  access: 'staff',
  body: catalogueFile,
  status: 200,
  answer: catalogueImported,
})
