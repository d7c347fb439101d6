import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { fileFormats } from '../../../shop/server/export-files'
import { itemAdded, recorded } from '../../../shop/testing/events'
import { manifest } from '../../../shop/testing/export-manifest'
import type { RecordedEvent } from '../../events/recorded-event'
import { exportResponse } from './export-response'
import type { ExportSource } from './export-source'

const [event] = recorded([itemAdded()]) as [RecordedEvent]
const log = pino({ level: 'silent' })
const oneEventLength = JSON.stringify(event).length

/** So many events, made when they are asked for; `broken` after them, where it is given. */
const source = (count: number, broken?: Error) => {
  const seen = { made: 0, ended: false }
  async function* events() {
    try {
      for (let version = 1; version <= count; version++) {
        seen.made = version
        yield { ...event, version, position: version }
      }
      if (broken) throw broken
    } finally {
      seen.ended = true
    }
  }
  const exported: ExportSource = { name: 'cart-1-v1-3', manifest, events: events() }
  return { seen, exported }
}

describe('an export that is read slowly', () => {
  it('makes no more events ahead than a few parts hold', async () => {
    const { exported, seen } = source(50_000)
    const { body } = await exportResponse(exported, fileFormats.ndjson, log)
    let read = 0
    let furthestAhead = 0
    for await (const chunk of body as ReadableStream<Uint8Array>) {
      read += chunk.byteLength
      await new Promise(setImmediate)
      furthestAhead = Math.max(furthestAhead, seen.made - read / oneEventLength)
    }
    expect(seen.made).toBe(50_000)
    expect(read).toBeGreaterThan(50_000 * oneEventLength * 0.9)
    expect(furthestAhead).toBeLessThan(1_000)
  })

  it('makes one part and waits while nobody reads', async () => {
    const { exported, seen } = source(50_000)
    await exportResponse(exported, fileFormats.ndjson, log)
    await new Promise(setImmediate)
    expect(seen.made).toBeLessThan(500)
  })

  it('stops reading the log when the reader leaves', async () => {
    const { exported, seen } = source(50_000)
    const reader = (await exportResponse(exported, fileFormats.json, log)).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(seen).toEqual({ made: expect.any(Number), ended: true })
    expect(seen.made).toBeLessThan(500)
  })
})

describe('an export that breaks', () => {
  const gone = new Error('the database went away')

  it.each(['json', 'ndjson', 'csv', 'cloudevents'] as const)(
    'in the middle never looks whole: %s',
    async (format) => {
      const errors = vi.spyOn(log, 'error')
      const response = await exportResponse(source(1_000, gone).exported, fileFormats[format], log)
      await expect(response.text()).rejects.toThrow(gone)
      expect(errors).toHaveBeenCalledWith(expect.objectContaining({ err: gone }), expect.any(String))
    },
  )

  it('at its beginning is thrown, while it can still be refused', async () => {
    await expect(exportResponse(source(0, gone).exported, fileFormats.json, log)).rejects.toThrow(gone)
  })
})

describe('the file', () => {
  it.each([
    ['json', 'application/json', 'cart-1-v1-3.json'],
    ['ndjson', 'application/x-ndjson', 'cart-1-v1-3.ndjson'],
    ['csv', 'text/csv; charset=utf-8; header=present', 'cart-1-v1-3.csv'],
    ['cloudevents', 'application/cloudevents-batch+json', 'cart-1-v1-3.cloudevents.json'],
  ] as const)('says what it is: %s', async (format, contentType, name) => {
    const { headers } = await exportResponse(source(1).exported, fileFormats[format], log)
    expect(headers.get('content-type')).toBe(contentType)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  })

  it('has a name without anything a header or a folder would mistake', async () => {
    const exported = { ...source(1).exported, name: '../a"b\r\nSet-Cookie: x;é' }
    const { headers } = await exportResponse(exported, fileFormats.csv, log)
    expect(headers.get('content-disposition')).toBe('attachment; filename="..-a-b--Set-Cookie--x--.csv"')
  })
})
