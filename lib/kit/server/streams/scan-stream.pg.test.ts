import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newEvent, notebookOpened, noteRemoved, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { fromScanLine, type ScanLine } from '../../wire/scan'
import { scanStream } from './scan-stream'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

const removed = noteRemoved('a\n"b"')

const fill = async (notebookId: string, length: number): Promise<void> => {
  for (let from = 0; from < length; from += 1_000) {
    const events = Array.from({ length: Math.min(1_000, length - from) }, (_, index) => {
      if (from + index === 0) return notebookOpened()
      return index % 2 === 0 ? removed : noteWritten()
    })
    await database.store.append({
      stream: notebookStream(notebookId),
      expectedVersion: from,
      events: events.map((event) => newEvent(event)),
    })
  }
}

describe('a scan of a long stream', () => {
  it('has every event once and in order, in parts that stay small', async () => {
    await fill('long', 5_200)
    const versions: number[] = []
    let longest = 0
    for await (const part of scanStream(database.store, notebookStream('long'), 0)) {
      longest = Math.max(longest, part.length)
      for (const line of part.trimEnd().split('\n'))
        versions.push(fromScanLine(JSON.parse(line) as ScanLine).version)
    }
    expect(versions).toEqual(Array.from({ length: 5_200 }, (_, index) => index + 1))
    expect(longest).toBeLessThan(80 * 1024)
  })

  it('goes on from a version, up to the head it began with', async () => {
    await fill('growing', 2_000)
    const parts = scanStream(database.store, notebookStream('growing'), 1_990)
    const first = await parts.next()
    await database.store.append({
      stream: notebookStream('growing'),
      expectedVersion: 2_000,
      events: [newEvent(noteWritten())],
    })
    const text = `${first.value}${(await parts.next()).value ?? ''}`
    const lines = text.trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as ScanLine)[0])).toEqual(
      Array.from({ length: 10 }, (_, index) => 1_991 + index),
    )
    expect(lines.map((line) => (JSON.parse(line) as ScanLine)[3]).at(-2)).toEqual(removed.data)
  })
})
