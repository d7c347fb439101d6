import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { shopEvents } from '../../wire/events/shop-events'
import { importTable } from './fixtures/import-text'
import { header, tableOf } from './fixtures/source'
import { ImportError } from './import-error'

const pieces = fc.constantFrom(
  ...[
    '\n',
    '\r\n',
    '\r',
    ',',
    ';',
    '"',
    '""',
    '\t',
    ' ',
    '\u0000',
    '\ufeff',
    '1001',
    '1002',
    'C1003',
    'A',
    'MUG',
    '12" INCH',
  ],
  ...[
    '1',
    '-1',
    '2.55',
    '1,234',
    '12/1/2010 8:26',
    '13/1/2010',
    '2010-12-01T08:26',
    'nan',
    '17850.0',
    '£',
    'é',
  ],
  ...['1001,A,LAMP,1,2010-12-01,2.55,17850,France\n', '1002,B,"LAMP,1,2010-12-01,2.55,17850,France\n'],
)
const texts = fc
  .tuple(
    fc.constantFrom('', `${header}\n`, `${header}\r\n`, `${header.replaceAll(',', ';')}\n`),
    fc.array(pieces, { maxLength: 40 }),
  )
  .map(([head, body]) => Buffer.from(head + body.join('')))
const anything = fc.oneof(
  texts,
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)

/** As an editor counts them: what ends with a line end has no further line. */
const linesOf = (text: string): number => {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}

describe('any text as a file', () => {
  it('is imported with every line in exactly one count, or refused as no such file', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 100 }), async (bytes, pieceBytes) => {
        try {
          const store = createMemoryStore(shopEvents)
          const { ending, tally, refusals } = await importTable(store, tableOf(bytes, { pieceBytes }))
          expect(ending).toEqual({ type: 'finished' })
          const counts = Object.values(tally.of).reduce((sum, count) => sum + count, 0)
          expect(counts).toBe(linesOf(bytes.toString('latin1')))
          const refused = [...refusals.values()].reduce((sum, { count }) => sum + count, 0)
          expect(refused).toBe(tally.of.refused)
          expect(tally.events).toBe(await store.headPosition())
        } catch (error) {
          if (!(error instanceof ImportError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})
