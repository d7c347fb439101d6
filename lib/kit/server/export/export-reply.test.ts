import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { manifest } from '../../testing/export-manifest'
import { noteWritten, recorded } from '../../testing/notebook/builders'
import { notebookFormats } from '../../testing/notebook/file-formats'
import { wholeText } from '../../testing/whole-text'
import { exportReply } from './export-reply'
import type { ExportSource } from './export-source'

const [event] = recorded([noteWritten()]) as [RecordedEvent]
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
  const exported: ExportSource = { name: 'notebook-1-v1-3', manifest, events: events() }
  return { seen, exported }
}

describe('an export that is read slowly', () => {
  it('makes no more events ahead than a few parts hold', async () => {
    const { exported, seen } = source(50_000)
    const { texts } = await exportReply(exported, notebookFormats.ndjson, log)
    let read = 0
    let furthestAhead = 0
    for await (const text of texts) {
      read += text.length
      await new Promise(setImmediate)
      furthestAhead = Math.max(furthestAhead, seen.made - read / oneEventLength)
    }
    expect(seen.made).toBe(50_000)
    expect(read).toBeGreaterThan(50_000 * oneEventLength * 0.9)
    expect(furthestAhead).toBeLessThan(1_000)
  })

  it('makes one part and waits while nobody reads', async () => {
    const { exported, seen } = source(50_000)
    await exportReply(exported, notebookFormats.ndjson, log)
    await new Promise(setImmediate)
    expect(seen.made).toBeLessThan(500)
  })

  it('stops reading the log when the reader leaves', async () => {
    const { exported, seen } = source(50_000)
    const { texts } = await exportReply(exported, notebookFormats.json, log)
    await texts.next()
    await texts.return?.()
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
      const reply = await exportReply(source(1_000, gone).exported, notebookFormats[format], log)
      await expect(wholeText(reply)).rejects.toThrow(gone)
      expect(errors).toHaveBeenCalledWith(expect.objectContaining({ err: gone }), expect.any(String))
    },
  )

  it('at its beginning is thrown, while it can still be refused', async () => {
    await expect(exportReply(source(0, gone).exported, notebookFormats.json, log)).rejects.toThrow(gone)
  })
})

describe('the file', () => {
  it.each([
    ['json', 'application/json', 'notebook-1-v1-3.json'],
    ['ndjson', 'application/x-ndjson', 'notebook-1-v1-3.ndjson'],
    ['csv', 'text/csv; charset=utf-8; header=present', 'notebook-1-v1-3.csv'],
    ['cloudevents', 'application/cloudevents-batch+json', 'notebook-1-v1-3.cloudevents.json'],
  ] as const)('says what it is: %s', async (format, contentType, name) => {
    const { headers } = await exportReply(source(1).exported, notebookFormats[format], log)
    expect(headers['content-type']).toBe(contentType)
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`)
  })

  it('has a name without anything a header or a folder would mistake', async () => {
    const exported = { ...source(1).exported, name: '../a"b\r\nSet-Cookie: x;é' }
    const { headers } = await exportReply(exported, notebookFormats.csv, log)
    expect(headers['content-disposition']).toBe('attachment; filename="..-a-b--Set-Cookie--x--.csv"')
  })
})
