import { existsSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { openRows } from './csv/rows'
import { openSource } from './csv/source'
import { importRetail } from './import-retail'
import { retailColumns } from './retail/line'

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
      const source = await openSource(file)
      const rows = await openRows(source, retailColumns)
      const { tally, refusals } = await importRetail({
        fileName: source.name,
        rows,
        store: countingStore(),
        newId: () => uuidv7(),
      })
      const refused = Object.fromEntries([...refusals].map(([reason, { count }]) => [reason, count]))
      expect(tally).toMatchObject({ rows: 541_909, written: { cart: 19_959, customer: 4_338 } })
      expect(refused).toEqual({
        cancellation: 9_288,
        adjustment: 3,
        quantityNotPositive: 1_336,
        priceNotPositive: 1_179,
        priceNotInPence: 4,
      })
      expect(refusals.get('cancellation')?.firstLines).toEqual([143, 156, 237, 238, 239])
      expect(tally.invoicesWithSecondPrice).toBe(207)
    })
  },
)
