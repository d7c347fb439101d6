import * as z from 'zod'
import { largestVersion, noSuchCart, ofCart } from '../../shop/cart/wire/api-carts'
import { cartEventTypes } from '../../shop/cart/wire/cart-event-types'
import { recordedEvent } from '../../shop/wire/events/recorded-event-schemas'
import { endpoint } from './api-endpoint'
import { eventFilter } from './api-events'
import { wholeNumber } from './api-fields'
import { storableText } from './text'

export const exportFormats = ['json', 'ndjson', 'csv', 'cloudevents'] as const
export type ExportFormat = (typeof exportFormats)[number]

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const exportManifest = z.object({
  format: z.literal('hindsight-export'),
  formatVersion: z.literal(1),
  exportedAt: z.iso.datetime(),
  exportedBy: z.object({ id: z.string(), role: z.enum(['shopper', 'staff']) }),
  source: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('cart'), cartId: z.string(), headVersion: z.int().min(1), headHash: hash }),
      z.object({ type: z.literal('log'), headPosition: z.int().min(0), headHash: hash.nullable() }),
    ])
    .describe('What it is taken from, and how far that had come'),
  selection: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe('What was taken of it; its ends are always named'),
})
export type ExportManifest = z.infer<typeof exportManifest>

export const exportTrailer = z.object({
  count: z.int().min(0).describe('How many events there are'),
  sha256: hash.describe(
    "Hex SHA-256 over the events' lines: in JSON and NDJSON each event's canonical JSON (RFC 8785) and a newline",
  ),
  last: z
    .object({ version: z.int().min(1), position: z.int().min(1), hash })
    .nullable()
    .describe('Where the last event stands, and its hash'),
})
export type ExportTrailer = z.infer<typeof exportTrailer>

export const exportDocument = z.object({
  manifest: exportManifest,
  events: z.array(recordedEvent).readonly(),
  trailer: exportTrailer,
})

const format = z.enum(exportFormats).default('json').describe('The kind of file')
const files = ['application/x-ndjson', 'text/csv', 'application/cloudevents-batch+json']
const contents =
  'NDJSON begins with the manifest and ends with the trailer, CSV and CloudEvents end with an ' +
  'ExportCompleted that has both. A file without its trailer is not whole.'

const version = wholeNumber(1, largestVersion)

export const getCartExport = endpoint({
  name: 'exportCart',
  method: 'GET',
  path: '/api/carts/{cartId}/export',
  summary: `A cart's events as a file, streamed. ${contents}`,
  access: 'identified',
  params: ofCart,
  absent: 'CartNotFound',
  query: z
    .object({
      format,
      from: version.default(1).describe('The first version'),
      to: version.optional().describe('The last version; the newest when left out or not reached yet'),
      type: z
        .enum(Object.keys(cartEventTypes))
        .optional()
        .describe('Only events of this type, like ItemAdded'),
      f: storableText
        .optional()
        .describe('Only events that match a filter as the timeline has it, like `-actor:staff mug`'),
    })
    .refine(({ from, to }) => to === undefined || from <= to, {
      path: ['to'],
      message: 'must not be before `from`',
    }),
  status: 200,
  answer: exportDocument,
  files,
  refusals: {
    400: 'Malformed: `errors` names the fields. InvalidFilter: `f` is no filter, `at` says where',
    404: noSuchCart,
  },
})

export const getEventsExport = endpoint({
  name: 'exportEvents',
  method: 'GET',
  path: '/api/events/export',
  summary: `The whole log, or what a filter lets through, as a file, streamed. ${contents}`,
  access: 'staff',
  query: z.object({ format, ...eventFilter }),
  status: 200,
  answer: exportDocument,
  files,
})
