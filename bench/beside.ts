import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createKey } from '../e2e/support/run-on'
import { environment, type ShopServer, startShop } from '../e2e/support/shop-server'
import { projections } from '../lib/shop/server/projections'
import { ensureBuilt } from '../scripts/prepare'
import { describeFlushRate } from './flush-rate'
import { ascending, percentile } from './percentile'
import { figure, printTable } from './table'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = process.env.ONLINE_RETAIL_CSV ?? '../shared/data/online_retail.csv.gz'

const shoppers = 4
/** Between an answer and the next command: people think. */
const thinkMs = 200
const quietMs = 15_000

/** What shoppers wait for their commands while a year of retail is imported into their open shop, and while its read models are rebuilt. */
export const benchBeside = async (): Promise<void> => {
  if (!existsSync(file)) {
    process.stdout.write(`\nBeside: left out, there is no ${file}; ONLINE_RETAIL_CSV says where it is.\n`)
    return
  }
  ensureBuilt()
  const shop = await startShop()
  try {
    const key = await createKey(shop.dataDir, 'shopper')
    const beside = async (work: Promise<unknown>) => {
      const begun = performance.now()
      const latencies = await shopUntil(shop, key, work)
      await work
      return { latencies, seconds: (performance.now() - begun) / 1_000 }
    }
    await beside(sleep(3_000))
    const quiet = await beside(sleep(quietMs))
    const imported = await beside(importFile(shop))
    const rebuilt = await beside(rebuildAll(shop))
    process.stdout.write(`\nBeside: ${shoppers} shoppers; ${describeFlushRate(shop.dataDir)}.\n`)
    printTable(
      ['a shopper’s command', 'for s', 'commands', 'p50 ms', 'p99 ms', 'longest'],
      [
        row('nothing else going on', quiet),
        row('during the import', imported),
        row('while all read models are rebuilt', rebuilt),
      ],
    )
  } finally {
    await shop.remove()
  }
}

interface Waited {
  readonly latencies: readonly number[]
  readonly seconds: number
}

const row = (name: string, { latencies, seconds }: Waited): string[] => {
  const sorted = ascending(latencies)
  const waits = [percentile(sorted, 50), percentile(sorted, 99), percentile(sorted, 100)]
  return [name, ...[seconds, sorted.length, ...waits].map(figure)]
}

/** With the heap that `npm run import` has. */
const importFile = (shop: ShopServer): Promise<void> =>
  runProgram(shop, ['--max-old-space-size=192', '--import', 'tsx', 'scripts/import.ts', file])

/** One after another, as they would be in a shop that is open. */
const rebuildAll = async (shop: ShopServer): Promise<void> => {
  for (const { name } of projections) await runProgram(shop, ['--import', 'tsx', 'scripts/rebuild.ts', name])
}

/** In a process of its own; what it prints goes to the terminal. */
const runProgram = ({ dataDir }: ShopServer, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: environment(dataDir), stdio: 'inherit' })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} left with ${code}`)),
    )
  })

/** Shoppers put a mug into their carts and take it out again; how long each command took, in milliseconds. */
const shopUntil = async (
  { url }: ShopServer,
  key: string,
  end: Promise<unknown>,
): Promise<readonly number[]> => {
  const latencies: number[] = []
  let isOver = false
  const over = () => {
    isOver = true
  }
  end.then(over, over)
  const post = async (path: string, body: object): Promise<Response> => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const shopOn = async (): Promise<void> => {
    const { cartId } = (await (await post('/api/carts', {})).json()) as { cartId: string }
    for (let nth = 0; !isOver; nth++) {
      const type = nth % 2 === 0 ? 'AddItem' : 'RemoveItem'
      const begun = performance.now()
      await (
        await post(`/api/carts/${cartId}/commands`, { type, productId: 'ceramic-mug', quantity: 1 })
      ).json()
      latencies.push(performance.now() - begun)
      await sleep(thinkMs)
    }
  }
  await Promise.all(Array.from({ length: shoppers }, shopOn))
  return latencies
}
