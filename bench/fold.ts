import { do_not_optimize } from 'mitata'
import { emptyHistory, extendHistory, stateAt } from '../lib/kit/history/history'
import { cart } from '../lib/shop/cart/cart'
import type { CartEvent } from '../lib/shop/cart/events'
import { cartTotal } from '../lib/shop/cart/state'
import { benchCommands } from './fold-commands'
import { foldInPlace } from './fold-floor'
import { expectSame, pace } from './fold-measure'
import { longCart } from './long-cart'
import { ascending, percentile } from './percentile'
import { figure, printTable } from './table'

const initial = cart.initial('bench')
const foldAll = (events: readonly CartEvent[]) => cart.fold(initial, events)
const evolveAll = (events: readonly CartEvent[]) => events.reduce(cart.evolve, initial)
const historyOf = (events: readonly CartEvent[]) => extendHistory(emptyHistory(initial, cart.fold), events)

const carts = [
  { length: 10_000, products: 20 },
  { length: 100_000, products: 20 },
  { length: 100_000, products: 1_000 },
]
const seeks = 2_000
/** They take long enough to need no more. */
const fullFolds = 40

/** The cart's fold against one in place, a seek through keyframes against a fold up to it, and commands. */
export const benchFold = async (): Promise<void> => {
  process.stdout.write('\nFold: one cart, its events in memory as they come from JSON.\n')
  const folds: string[][] = []
  const found: string[][] = []
  for (const { length, products } of carts) {
    const events = longCart(length, products)
    const input = [figure(length), figure(products)]
    expectSame(foldAll(events), evolveAll(events))
    expectSame(cartTotal(foldAll(events)).amount, foldInPlace(events).totalAmount)
    for (const [name, work] of contenders)
      folds.push([name, ...input, ...(await pace(length, () => work(events)))])

    const history = historyOf(events)
    // A long history lets go of its oldest windows.
    const oldest = Math.min(...history.windows.keys())
    const versions = Array.from(
      { length: seeks },
      (_, nth) => oldest + ((nth * 7_919) % (length + 1 - oldest)),
    )
    const foldTo = (version: number) => foldAll(events.slice(0, version))
    for (const version of versions.slice(0, 10)) expectSame(stateAt(history, version), foldTo(version))
    found.push(['fold up to it', ...input, ...latency(versions.slice(0, fullFolds), foldTo)])
    found.push(['stateAt', ...input, ...latency(versions, (version) => stateAt(history, version))])
  }
  printTable(['a whole stream', 'events', 'products', 'ms', 'million events/s'], folds)
  printTable(['a seek', 'events', 'products', 'p50 µs', 'p99 µs'], found)
  await benchCommands()
}

const contenders: [string, (events: readonly CartEvent[]) => unknown][] = [
  ['in place (floor)', foldInPlace],
  ['cart.fold', foldAll],
  ['cart.evolve, one by one', evolveAll],
  ['building a history', historyOf],
]

const latency = (versions: readonly number[], seek: (version: number) => unknown): string[] => {
  const micros = versions.map((version) => {
    const begun = performance.now()
    do_not_optimize(seek(version))
    return (performance.now() - begun) * 1_000
  })
  const sorted = ascending(micros)
  return [figure(percentile(sorted, 50)), figure(percentile(sorted, 99))]
}
