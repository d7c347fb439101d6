import * as z from 'zod'
import { endpoint } from '../../../kit/wire/api-endpoint'
import {
  exportContents,
  exportDocumentOf,
  exportFiles,
  exportManifestOf,
  exportQueryOf,
  exportRefusals,
  streamHead,
} from '../../../kit/wire/api-export'
import { noSuchCart, ofCart } from './api-carts'
import { cartEventTypes } from './cart-event-types'

const cartSource = z.object({
  type: z.literal('cart'),
  cartId: z.string(),
  streamType: z.literal('cart').describe('As the manifests of all streams say it'),
  streamId: z.string().describe('The same as `cartId`'),
  ...streamHead,
})

export const cartExportManifest = exportManifestOf(cartSource)

export const cartExport = exportDocumentOf(cartExportManifest)

export const getCartExport = endpoint({
  ...ofCart,
  name: 'exportCart',
  method: 'GET',
  path: '/api/carts/{cartId}/export',
  summary: `A cart's events as a file, streamed. ${exportContents}`,
  query: exportQueryOf(z.enum(Object.keys(cartEventTypes))),
  status: 200,
  answer: cartExport,
  files: exportFiles,
  refusals: { ...exportRefusals, 404: noSuchCart },
})
