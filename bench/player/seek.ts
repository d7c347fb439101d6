import type { Page } from 'playwright'
import { formatMoney } from '../../components/shop/money-format'
import { emptyHistory, extendHistory, stateAt } from '../../lib/kit/history/history'
import { keyframeInterval } from '../../lib/kit/kernel/keyframe-interval'
import { createRandom, type Random } from '../../lib/kit/testing/load/random'
import { cart } from '../../lib/shop/cart/cart'
import { cartTotal } from '../../lib/shop/cart/state'
import { ascending, percentile } from '../percentile'
import { type Finding, printFindings } from './finding'
import type { SeededCart, Stage } from './stage'

const seeks = 100
const folds = 2_000

/** From the needle's new place to that version's total on the screen: where its window is there, and where it isn't. */
export const measureSeeking = async (stage: Stage): Promise<void> => {
  const { long } = stage.carts
  const { page, close } = await stage.visit('staff')
  await page.goto(stage.urlOf(long), { waitUntil: 'networkidle' })
  await page.evaluate(() => window.probe.hydrated)
  const random = createRandom(1)
  const head = long.events.length
  const last = head - (head % keyframeInterval)
  const far = Array.from(
    { length: seeks },
    (_, nth) => keyframeInterval * (3 * nth + 1) + random.below(keyframeInterval),
  )
  // Where nobody can tell from the last one what comes next.
  const left = Array.from({ length: seeks }, (_, nth) => keyframeInterval * (3 * nth + 2))
  const anywhere = Array.from(
    { length: seeks },
    () => (left.splice(random.below(left.length), 1)[0] ?? 0) + random.below(keyframeInterval),
  )
  const near = Array.from({ length: seeks }, () => last + 1 + random.below(head - last - 1))
  await seekAll(page, long, near.slice(0, 10))
  const findings = [
    ...findingsOf('the state alone, its window at hand', foldAll(long, random), 2),
    ...findingsOf('to the paint, its window at hand', await seekAll(page, long, near)),
    ...findingsOf('to the paint, its window fetched, on and on one way', await seekAll(page, long, far), 50),
    ...findingsOf(
      'to the paint, its window fetched, here and there',
      await seekAll(page, long, anywhere),
      50,
    ),
  ]
  await close()
  printFindings('a seek', findings)
}

/** In this process: what the page does before it renders. */
const foldAll = ({ id, events }: SeededCart, random: Random): number[] => {
  const history = extendHistory(emptyHistory(cart.initial(id), cart.fold), events)
  const atHand = [...history.windows.keys()]
  return Array.from({ length: folds }, () => {
    const version = (atHand[random.below(atHand.length)] ?? 0) + random.below(keyframeInterval)
    const begun = performance.now()
    if (!stateAt(history, version)) throw new Error(`No state at ${version}`)
    return performance.now() - begun
  })
}

const seekAll = async (page: Page, long: SeededCart, versions: readonly number[]): Promise<number[]> => {
  const times: number[] = []
  for (const version of versions) {
    const total = formatMoney(cartTotal(cart.fold(cart.initial(long.id), long.events.slice(0, version))))
    times.push(await page.evaluate(([to, text]) => window.probe.seek(to, text), [version, total] as const))
  }
  return times
}

const findingsOf = (what: string, times: readonly number[], atMost?: number): Finding[] => {
  const sorted = ascending(times)
  return [
    { what: `${what}: p50`, measured: percentile(sorted, 50), unit: 'ms' },
    { what: `${what}: p99`, measured: percentile(sorted, 99), unit: 'ms', atMost },
  ]
}
