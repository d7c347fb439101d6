import { do_not_optimize, measure } from 'mitata'
import { cart } from '../lib/domain/cart/cart'
import type { CartEvent } from '../lib/domain/cart/events'
import { cartTotal } from '../lib/domain/cart/state'
import { emptyHistory, extendHistory, stateAt } from '../lib/history/history'
import { fold } from '../lib/kernel/decider'
import { foldInPlace } from './fold-floor'
import { longCart } from './long-cart'
import { ascending, percentile } from './percentile'
import { figure, printTable } from './table'

const initial = cart.initial('bench')
const foldAll = (events: readonly CartEvent[]) => fold(cart.evolve, initial, events)

const lengths = [10_000, 100_000]
const seeks = 2_000
/** They take long enough to need no more. */
const fullFolds = 40

/** The cart's fold against one that mutates, and a seek through keyframes against a fold up to that version. */
export const benchFold = async (): Promise<void> => {
  process.stdout.write('\nFold: one cart with 20 products, its events in memory.\n')
  const folds: string[][] = []
  const found: string[][] = []
  for (const length of lengths) {
    const events = longCart(length)
    const history = extendHistory(emptyHistory(initial, cart.evolve), events)
    expectSame(cartTotal(foldAll(events)).amount, foldInPlace(events))
    expectSame(foldAll(events).version, length)

    folds.push(await foldRow('mutating fold (floor)', length, () => foldInPlace(events)))
    folds.push(await foldRow('fold of cart.evolve', length, () => foldAll(events)))
    folds.push(
      await foldRow('building a history', length, () =>
        extendHistory(emptyHistory(initial, cart.evolve), events),
      ),
    )
    const versions = Array.from({ length: seeks }, (_, index) => (index * 7_919) % (length + 1))
    const foldTo = (version: number) => foldAll(events.slice(0, version))
    for (const version of versions.slice(0, 10)) expectSame(stateAt(history, version), foldTo(version))
    found.push(seekRow('fold up to it', length, versions.slice(0, fullFolds), foldTo))
    found.push(seekRow('stateAt', length, versions, (version) => stateAt(history, version)))
  }
  printTable(['a whole stream', 'events', 'ms', 'million events/s'], folds)
  printTable(['a seek', 'events', 'p50 µs', 'p99 µs'], found)
}

const expectSame = (actual: unknown, expected: unknown): void => {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error('The contenders do not agree')
}

const foldRow = async (name: string, length: number, work: () => unknown): Promise<string[]> => {
  const { p50 } = await measure(() => do_not_optimize(work()), { min_samples: 5, min_cpu_time: 300e6 })
  return [name, figure(length), figure(p50 / 1e6), figure((length / p50) * 1e3)]
}

const seekRow = (
  name: string,
  length: number,
  versions: readonly number[],
  seek: (version: number) => unknown,
): string[] => {
  const micros = versions.map((version) => {
    const begun = performance.now()
    do_not_optimize(seek(version))
    return (performance.now() - begun) * 1_000
  })
  const sorted = ascending(micros)
  return [name, figure(length), figure(percentile(sorted, 50)), figure(percentile(sorted, 99))]
}
