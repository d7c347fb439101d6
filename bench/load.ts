import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { NewEvent } from '../lib/kit/server/store/event-store'
import { cart } from '../lib/shop/cart/cart'
import type { CartState } from '../lib/shop/cart/state'
import { toNewEvent } from './events'
import { longCart } from './long-cart'
import { openOurs } from './ours'
import { type Emmett, openEmmett } from './peers/emmett'
import { arePeersInstalled } from './peers/install'
import { percentile } from './percentile'
import { type BenchServer, describeServer, withServer } from './server'
import { figure, printTable } from './table'
import { takeTurns } from './turns'

const length = 10_000
const products = 20
const pastVersions = [1, 4_999, 9_983]
const appendedAtOnce = 500
const warmUps = 5
const rounds = 40

interface Loader {
  readonly name: string
  /** How far it loads. */
  readonly version: number
  readonly load: () => Promise<CartState>
}

/** The state of a cart with 10,000 events, from Postgres: ours against Emmett's, turn and turn about. */
export const benchLoad = (): Promise<void> =>
  withServer(async (server) => {
    process.stdout.write(`\nLoad: one cart of ${figure(length)} events. ${await describeServer(server)}.\n`)
    const { loaders, close } = await openLoaders(server)
    try {
      for (const loader of loaders) await expectRight(loader)
      printTable(['load', 'version', 'p50 ms', 'p99 ms', 'to emmett'], resultRows(await measure(loaders)))
    } finally {
      await close()
    }
  })

const cartId = uuidv7()
const events = longCart(length, products)
const initial = cart.initial(cartId)

const openLoaders = async (server: BenchServer) => {
  const ours = openOurs(server)
  const snapshotted = uuidv7()
  await fill(cartId, ours.append)
  await fill(snapshotted, ours.append)
  await ours.makeSnapshots(snapshotted)
  const emmett = arePeersInstalled() ? await openFilledEmmett(server) : undefined
  const loaders: Loader[] = [
    ...(emmett
      ? [{ name: emmettName, version: length, load: () => emmett.load(cartId, initial, cart.evolve) }]
      : []),
    { name: 'full fold', version: length, load: () => ours.load(cartId) },
    { name: 'with snapshots', version: length, load: async () => asCart(await ours.load(snapshotted)) },
    ...pastVersions.map((version) => ({
      name: 'with snapshots',
      version,
      load: async () => asCart(await ours.loadAt(snapshotted, version)),
    })),
  ]
  const close = async () => {
    await emmett?.close()
    await ours.close()
  }
  return { loaders, close }
}

/** One that differs by its id alone. */
const asCart = (state: CartState): CartState => ({ ...state, id: cartId })

const emmettName = 'emmett aggregateStream'

const openFilledEmmett = async ({ createDatabase, connections }: BenchServer): Promise<Emmett> => {
  const emmett = await openEmmett({ url: await createDatabase('emmett'), connections })
  await fill(cartId, emmett.append)
  return emmett
}

const fill = async (
  cartId: string,
  append: (streamId: string, version: number, events: readonly NewEvent[]) => Promise<void>,
): Promise<void> => {
  for (let version = 0; version < length; version += appendedAtOnce) {
    await append(cartId, version, events.slice(version, version + appendedAtOnce).map(toNewEvent))
  }
}

const expectRight = async ({ name, version, load }: Loader): Promise<void> => {
  const expected = cart.fold(initial, events.slice(0, version))
  if (!isDeepStrictEqual(await load(), expected)) throw new Error(`${name}: a wrong state`)
}

interface Timed {
  readonly loader: Loader
  readonly p50: number
  readonly p99: number
}

const measure = async (loaders: readonly Loader[]): Promise<Timed[]> => {
  const timed = await takeTurns(
    loaders.map(({ load }) => load),
    { warmUps, rounds },
  )
  return timed.map(({ sorted }, nth) => ({
    loader: loaders[nth] as Loader,
    p50: percentile(sorted, 50),
    p99: percentile(sorted, 99),
  }))
}

const resultRows = (timed: readonly Timed[]): string[][] => {
  const emmett = timed.find(({ loader }) => loader.name === emmettName)
  return timed.map(({ loader: { name, version }, p50, p99 }) => [
    name,
    figure(version),
    figure(p50),
    figure(p99),
    emmett ? `${figure(p50 / emmett.p50)}x` : '-',
  ])
}
