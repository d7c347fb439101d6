import pg from 'pg'
import { ensureBuilt } from '../../scripts/prepare'
import { measureFlushRate } from '../flush-rate'
import { arePeersInstalled, installPeers } from '../peers/install'
import { createDatabase } from '../server'
import { figure, printTable } from '../table'
import type { HttpContender } from './contender'
import { openExpress } from './express'
import { type Measured, type MeasuredCommands, measureCommands, measureReads } from './measure'
import { openMedusa } from './medusa'
import { openShop, type ShopContender } from './shop'
import { openVendure } from './vendure'

const clientCounts = [1, 16, 64]
const readers = 16
const mostClients = Math.max(...clientCounts)

/** What the built shop answers over HTTP beside other shops, all with the same Postgres. */
export const benchHttp = async (): Promise<void> => {
  ensureBuilt()
  const shop = await openShop(mostClients)
  const sql = new pg.Client({ connectionString: shop.ownerUrl })
  await sql.connect()
  const opened: HttpContender[] = []
  try {
    opened.push(...(await openPeers(shop)))
    await printCommands(sql, shop, opened)
    await printReads(sql, shop)
  } finally {
    for (const peer of opened) await peer.close()
    await sql.end()
    await shop.close()
  }
}

/** Each with the packages it needs, which are installed now where they are missing. */
const peers = [
  { name: 'emmett + Express', packages: 'stores', open: openExpress },
  { name: 'Vendure', packages: 'vendure', open: openVendure },
  { name: 'Medusa', packages: 'medusa', open: openMedusa },
] as const

const openPeers = async (shop: ShopContender): Promise<HttpContender[]> => {
  const opened: HttpContender[] = []
  for (const { name, packages, open } of peers) {
    installPeers(packages)
    if (!arePeersInstalled(packages)) continue
    try {
      opened.push(await open(shop, await createDatabase(shop.ownerUrl, `${packages}_peer`)))
    } catch (error) {
      process.stdout.write(`${name} is left out: ${error}\n`)
    }
  }
  return opened
}

const printCommands = async (
  sql: pg.Client,
  shop: ShopContender,
  peers: readonly HttpContender[],
): Promise<void> => {
  for (const clients of clientCounts) {
    const ours = await measureCommands(sql, shop, clients)
    const rows = [commandRow(shop, clients, ours, ours, shop.dataDir)]
    for (const peer of peers) {
      rows.push(commandRow(peer, clients, await measureCommands(sql, peer, clients), ours, shop.dataDir))
    }
    printTable(commandHeading, rows)
  }
}

const commandHeading = [
  'commands',
  'clients',
  'per second',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'statements',
  'flushes',
  'then behind for s',
  'we are',
  'the disk flushes/s',
]

const commandRow = (
  { name }: HttpContender,
  clients: number,
  measured: MeasuredCommands,
  ours: Measured,
  directory: string,
): string[] => [
  name,
  figure(clients),
  ...timesOf(measured),
  figure(measured.flushes),
  figure(measured.behindMs / 1_000),
  `${figure(ours.perSecond / measured.perSecond)}x`,
  figure(measureFlushRate(directory, 300)),
]

const timesOf = ({ perSecond, p50Ms, p99Ms, cpuMs, statements }: Measured): string[] =>
  [perSecond, p50Ms, p99Ms, cpuMs, statements].map(figure)

const printReads = async (sql: pg.Client, shop: ShopContender): Promise<void> => {
  const reads = [
    { name: 'GET a cart', plans: await shop.cartReaders(readers) },
    { name: 'GET /api/products', plans: shop.readers(readers, '/api/products') },
    { name: 'GET / (the shop)', plans: shop.readers(readers, '/') },
  ]
  const rows: string[][] = []
  for (const { name, plans } of reads) {
    const measured = await measureReads(sql, shop, plans)
    rows.push([name, figure(readers), ...timesOf(measured)])
  }
  printTable(['reads', 'clients', 'per second', 'p50 ms', 'p99 ms', 'CPU ms', 'statements'], rows)
}
