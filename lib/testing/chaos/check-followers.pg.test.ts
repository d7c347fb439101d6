import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../kit/server/log'
import { cartStream } from '../../shop/server/streams'
import { query } from '../embedded-harness'
import { cartCreated, itemAdded, newEvent } from '../events'
import { openTestDatabase, type TestDatabase } from '../open-database'
import { checkFollowers } from './check-followers'

let database: TestDatabase
let folder: string
let deliveries: string
beforeEach(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'hindsight-followers-'))
  deliveries = join(folder, 'deliveries')
  for (let nth = 1; nth <= 3; nth++) {
    const events = [newEvent(cartCreated()), newEvent(itemAdded())]
    await database.store.append({ stream: cartStream(`cart-${nth}`), expectedVersion: 0, events })
  }
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const check = () => checkFollowers({ ...database, log: createLog('silent') }, deliveries)

it('finds nothing where all followed the log', async () => {
  expect(await check()).toEqual([])
  appendFileSync(deliveries, '4\n5\n6\n')
  expect(await check()).toEqual([])
})

it('finds a read model that is not what the log makes of it', async () => {
  await check()
  await query(database.ownerUrl, "UPDATE read_models.carts SET item_count = 7 WHERE cart_id = 'cart-2'")
  expect(await check()).toEqual([
    expect.stringMatching(/^projection carts: .*"missing".*cart-2/),
    expect.stringMatching(/^projection carts: .*"wrong".*cart-2/),
  ])
})

it('finds a delivery that was left out', async () => {
  await check()
  writeFileSync(deliveries, '1\n2\n4\n5\n6\n')
  expect(await check()).toEqual(['deliveries: 4 came after 2'])
  writeFileSync(deliveries, '1\n2\n3\n4\n')
  expect(await check()).toEqual(['deliveries: none after 4 of 6'])
})
