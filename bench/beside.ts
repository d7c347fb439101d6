import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createKey } from '../e2e/support/run-on'
import { environment, type ShopServer, startShop } from '../e2e/support/shop-server'
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

/** What shoppers wait for their commands while a year of retail is imported into their open shop. */
export const benchBeside = async (): Promise<void> => {
  if (!existsSync(file)) {
    process.stdout.write(`\nBeside: left out, there is no ${file}; ONLINE_RETAIL_CSV says where it is.\n`)
    return
  }
  ensureBuilt()
  const shop = await startShop()
  try {
    const key = await createKey(shop.dataDir, 'shopper')
    await shopUntil(shop, key, new Promise((resolve) => setTimeout(resolve, 3_000)))
    const quiet = await shopUntil(shop, key, new Promise((resolve) => setTimeout(resolve, quietMs)))
    const begun = performance.now()
    const imported = importFile(shop)
    const beside = await shopUntil(shop, key, imported)
    process.stdout.write(`\n${await imported}`)
    const seconds = figure((performance.now() - begun) / 1_000)
    process.stdout.write(
      `\nBeside an import of ${seconds} s, read models and all; ${shoppers} shoppers; ${describeFlushRate(shop.dataDir)}.\n`,
    )
    printTable(
      ['a shopper’s command', 'commands', 'p50 ms', 'p99 ms', 'longest'],
      [row('nothing else going on', quiet), row('during the import', beside)],
    )
  } finally {
    await shop.remove()
  }
}

const row = (name: string, latencies: readonly number[]): string[] => {
  const sorted = ascending(latencies)
  const figures = [sorted.length, percentile(sorted, 50), percentile(sorted, 99), percentile(sorted, 100)]
  return [name, ...figures.map(figure)]
}

/** In a process of its own, with the heap that the script has. Answers with its report. */
const importFile = ({ dataDir }: ShopServer): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=192', '--import', 'tsx', 'scripts/import.ts', file],
      { cwd: root, env: environment(dataDir), stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let report = ''
    child.stdout.on('data', (chunk: Buffer) => {
      report += chunk
    })
    child.once('exit', (code) => (code === 0 ? resolve(report) : reject(new Error(`It left with ${code}`))))
  })

/** Shoppers put a mug into their carts and take it out again; how long each command took, in milliseconds. */
const shopUntil = async (
  { url }: ShopServer,
  key: string,
  end: Promise<unknown>,
): Promise<readonly number[]> => {
  const latencies: number[] = []
  let isOver = false
  end.finally(() => {
    isOver = true
  })
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
      await new Promise((resolve) => setTimeout(resolve, thinkMs))
    }
  }
  await Promise.all(Array.from({ length: shoppers }, shopOn))
  return latencies
}
