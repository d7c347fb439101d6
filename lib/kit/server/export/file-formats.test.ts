import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { fileFormats } from '../../../shop/server/export-files'
import { cartCreated, itemAdded, recorded } from '../../../shop/testing/events'
import { manifest } from '../../../shop/testing/export-manifest'
import { canonicalJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { type ExportFormat, exportDocument, exportTrailer } from '../../wire/api-export'
import { writeExport } from './write-export'

const story = recorded([
  cartCreated(),
  itemAdded('mug', 2),
  {
    type: 'ItemRemoved',
    data: { productId: 'mug', quantity: 1, reason: '=cmd|"/C calc"!A0\nünwanted, "really"' },
  },
])

async function* given(events: readonly RecordedEvent[]) {
  yield* events
}

const written = async (format: ExportFormat, events: readonly RecordedEvent[] = story): Promise<string> => {
  let text = ''
  for await (const part of writeExport({ manifest, events: given(events) }, fileFormats[format])) text += part
  return text
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const last = { version: 3, position: 3, hash: 'f'.repeat(64) }

describe('an export in JSON', () => {
  it('is one document whose hash can be checked by any reader', async () => {
    const document = exportDocument.parse(JSON.parse(await written('json')))
    expect(document.manifest).toEqual(manifest)
    expect(document.events).toEqual(story)
    const lines = document.events.map((event) => `${canonicalJson(event)}\n`).join('')
    expect(document.trailer).toEqual({ count: 3, sha256: sha256(lines), last })
  })
})

describe('an export in NDJSON', () => {
  it('has a line for the manifest, one for each event, and one for the trailer', async () => {
    const lines = (await written('ndjson')).split(/(?<=\n)/)
    const events = lines.slice(1, -1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({ manifest })
    expect(events.map((line) => JSON.parse(line))).toEqual(story)
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      trailer: { count: 3, sha256: sha256(events.join('')), last },
    })
  })

  it('has another hash as soon as one event is another', async () => {
    const trailerOf = async (events: readonly RecordedEvent[]) =>
      JSON.parse((await written('ndjson', events)).trimEnd().split('\n').at(-1) ?? '').trailer.sha256
    const changed = story.map((event, index) => (index === 1 ? { ...event, position: 9 } : event))
    expect(await trailerOf(changed)).not.toBe(await trailerOf(story))
    expect(await trailerOf(story.slice(1))).not.toBe(await trailerOf(story))
  })
})

describe('an export in CSV', () => {
  const read = (text: string): Record<string, string>[] =>
    parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })

  it('has a row for each event, with what matters of it in columns of its own', async () => {
    const rows = read(await written('csv'))
    expect(rows[1]).toMatchObject({
      position: '2',
      streamId: 'cart-1',
      version: '2',
      type: 'ItemAdded',
      actorKind: 'system',
      productId: 'mug',
      productName: 'The mug',
      quantity: '2',
      unitPriceMinor: '1599',
      currency: 'USD',
      commandId: '',
      commandType: '',
    })
    expect(rows[2]?.reason).toBe('\'=cmd|"/C calc"!A0\nünwanted, "really"')
    expect(rows.slice(0, -1).map(({ data }) => JSON.parse(data ?? ''))).toEqual(story.map(({ data }) => data))
  })

  it('ends with a row that has the manifest and the hash of the rows', async () => {
    const text = await written('csv')
    const { type, data = '' } = read(text).at(-1) ?? {}
    expect(type).toBe('ExportCompleted')
    const rows = text.slice(text.indexOf('\r\n') + 2, text.lastIndexOf('\r\n', text.length - 3) + 2)
    expect(rows).toContain('ünwanted')
    expect(JSON.parse(data)).toEqual({ manifest, trailer: { count: 3, sha256: sha256(rows), last } })
  })

  it('begins as spreadsheets want UTF-8 to begin', async () => {
    expect((await written('csv')).startsWith('\ufeffposition,')).toBe(true)
  })
})

describe('an export of nothing', () => {
  const nothing = { count: 0, sha256: sha256(''), last: null }

  it.each(['json', 'cloudevents'] as const)('is still good JSON: %s', async (format) => {
    const read = JSON.parse(await written(format, []))
    expect(exportTrailer.parse(format === 'json' ? read.trailer : read[0].data.trailer)).toEqual(nothing)
  })
})
