import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EventStore } from '../../../kit/server/store/event-store'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { cart } from '../../cart/cart'
import type { CartCheckedOut, CartEvent } from '../../cart/events'
import { cartTotal } from '../../cart/state'
import { isSameMoney } from '../../money'
import { shopEvents } from '../../wire/events/shop-events'
import { importTable } from './fixtures/import-text'
import { openTable } from './open-table'
import { retailColumns } from './retail/columns'
import { openSource } from './source'

const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

/** Folds the carts it is told to keep, and keeps nothing. */
const foldingStore = () => {
  const totals = { agreeing: 0, differing: [] as string[] }
  const append: EventStore['append'] = async ({ stream, events }) => {
    const charge = events.find(({ type }) => type === 'CartCheckedOut') as CartCheckedOut | undefined
    if (charge) {
      const state = cart.fold(cart.initial(stream.id), events as unknown as CartEvent[])
      if (isSameMoney(cartTotal(state), charge.data.totalAmount)) totals.agreeing++
      else totals.differing.push(stream.id)
    }
    return { type: 'written', version: 1, position: 1, events: [] }
  }
  return { totals, store: { ...createMemoryStore(shopEvents), append } satisfies EventStore }
}

describe.skipIf(!existsSync(file))(
  `the Online Retail file (set ONLINE_RETAIL_CSV; looked for in ${file})`,
  () => {
    it('comes to the counts that are known of it, and each cart to what was charged', {
      timeout: 300_000,
    }, async () => {
      const { totals, store } = foldingStore()
      const table = await openTable(await openSource(file), retailColumns)
      const { tally, refusals, survey } = await importTable(store, table)
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
      expect(totals).toEqual({ agreeing: 19_959, differing: [] })
      expect([...survey.decimals.keys()]).toEqual(['.'])
    })
  },
)
