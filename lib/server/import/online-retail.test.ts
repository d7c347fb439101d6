import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { importTable } from './fixtures/import-text'
import { openTable } from './open-table'
import { retailColumns } from './retail/columns'
import { openSource } from './source'

const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

/** Counts what it is told to keep, and keeps nothing. */
const countingStore = (): EventStore => ({
  ...createMemoryStore(),
  append: async () => ({ type: 'written', version: 1, position: 1, events: [] }),
})

describe.skipIf(!existsSync(file))(
  `the Online Retail file (set ONLINE_RETAIL_CSV; looked for in ${file})`,
  () => {
    it('comes to the counts that are known of it', { timeout: 120_000 }, async () => {
      const table = openTable(await openSource(file), retailColumns)
      const { tally, refusals, survey } = await importTable(countingStore(), table)
      const refused = Object.fromEntries([...refusals].map(([reason, { count }]) => [reason, count]))
      expect(tally).toMatchObject({
        lines: 541_910,
        of: { header: 1, blank: 0, refused: 11_810, recorded: 530_099, alreadyThere: 0, left: 0 },
        written: { cart: 19_959, customer: 4_338 },
      })
      expect(refused).toEqual({
        cancellation: 9_288,
        adjustment: 3,
        quantityNotPositive: 1_336,
        priceNotPositive: 1_179,
        priceNotInPence: 4,
      })
      expect(refusals.get('cancellation')?.first.map(({ place }) => place.line)).toEqual([
        143, 156, 237, 238, 239,
      ])
      expect(tally.invoicesWithSecondPrice).toBe(207)
      expect([...survey.decimals.keys()]).toEqual(['.'])
    })
  },
)
