import * as z from 'zod'
import { endpoint } from './api-endpoint'
import { eventFilter } from './api-events'
import { eventName, largestVersion, wholeNumber } from './api-fields'
import { noSuchStream, ofStream } from './api-streams'
import { recordedEvent } from './recorded-event-schema'
import { storableText } from './text'

const exportFormats = ['json', 'ndjson', 'csv', 'cloudevents'] as const
export type ExportFormat = (typeof exportFormats)[number]

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How far a stream had come when it was exported. */
export const streamHead = { headVersion: z.int().min(1), headHash: hash }

const streamSource = z.object({
  type: z.literal('stream'),
  streamType: z.string(),
  streamId: z.string(),
  ...streamHead,
})

const logSource = z.object({
  type: z.literal('log'),
  headPosition: z.int().min(0),
  headHash: hash.nullable(),
})

/** The manifest of an export; an application may say in its own words what an export is taken from. */
export const exportManifestOf = <Source extends z.ZodType>(source: Source) =>
  z.object({
    format: z.literal('hindsight-export'),
    formatVersion: z.literal(1),
    exportedAt: z.iso.datetime(),
    exportedBy: z.object({ id: z.string(), role: z.string() }),
    source: source.describe('What it is taken from, and how far that had come'),
    selection: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe('What was taken of it; its ends are always named'),
  })

export const exportManifest = exportManifestOf(z.discriminatedUnion('type', [streamSource, logSource]))

export interface ExportManifest extends Omit<z.infer<typeof exportManifest>, 'source'> {
  readonly source: object
}

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

/** An export as one document. */
export const exportDocumentOf = <Manifest extends z.ZodType>(manifest: Manifest) =>
  z.object({ manifest, events: z.array(recordedEvent).readonly(), trailer: exportTrailer })

export const exportDocument = exportDocumentOf(exportManifest)

const format = z.enum(exportFormats).default('json').describe('The kind of file')

/** What an export comes as, besides JSON. */
export const exportFiles = ['application/x-ndjson', 'text/csv', 'application/cloudevents-batch+json'] as const

/** How the files of an export are made up. */
export const exportContents =
  'NDJSON begins with the manifest and ends with the trailer, CSV and CloudEvents end with an ' +
  'ExportCompleted that has both. A file without its trailer is not whole.'

const version = wholeNumber(1, largestVersion)

/** What of a stream is exported; `type` is the schema of the names that its events have. */
export const exportQueryOf = (type: z.ZodType<string>) =>
  z
    .object({
      format,
      from: version.default(1).describe('The first version'),
      to: version.optional().describe('The last version; the newest when left out or not reached yet'),
      type: type.optional().describe('Only events of this type, like ItemAdded'),
      f: storableText
        .optional()
        .describe('Only events that match a filter as the timeline has it, like `-actor:staff mug`'),
    })
    .refine(({ from, to }) => to === undefined || from <= to, {
      path: ['to'],
      message: 'must not be before `from`',
    })

/** Why the export of a stream is refused before it begins. */
export const exportRefusals = {
  400: 'Malformed: `errors` names the fields. InvalidFilter: `f` is no filter, `at` says where',
}

export const getStreamExport = endpoint({
  ...ofStream,
  name: 'exportStream',
  method: 'GET',
  path: '/api/streams/{streamType}/{streamId}/export',
  summary: `A stream's events as a file, streamed. ${exportContents}`,
  query: exportQueryOf(eventName),
  status: 200,
  answer: exportDocument,
  files: exportFiles,
  refusals: { ...exportRefusals, 404: noSuchStream },
})

export const getEventsExport = endpoint({
  name: 'exportEvents',
  method: 'GET',
  path: '/api/events/export',
  summary: `The whole log, or what a filter lets through, as a file, streamed. ${exportContents}`,
  access: 'staff',
  query: z.object({ format, ...eventFilter }),
  status: 200,
  answer: exportDocument,
  files: exportFiles,
})
