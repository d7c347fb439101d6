import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import { ascending, percentile } from '../percentile'
import { type Finding, printFindings } from './finding'
import { median, repeat } from './median'
import type { SeededCart, Stage, Visit } from './stage'
import { parts, type Step, traceMoves } from './trace'

const runs = 3
const moves = 180
const frameMs = 1_000 / 60

interface Condition {
  readonly throttle: number
  readonly atMost: number
}

const conditions: readonly Condition[] = [
  { throttle: 1, atMost: 16.7 },
  { throttle: 4, atMost: 50 },
]

const longTaskMs = 50

/** The needle dragged over a whole cart and back: the main thread's work for each move, with the paint. */
export const measureScrubbing = async (stage: Stage): Promise<void> => {
  const { short, long, invoice } = stage.carts
  const findings: Finding[] = []
  for (const cart of [short, long, ...(invoice ? [invoice] : [])]) {
    for (const condition of conditions) findings.push(...(await measure(stage, cart, condition)))
  }
  printFindings('scrubbing by drag', findings)
}

const measure = async (stage: Stage, cart: SeededCart, condition: Condition): Promise<Finding[]> => {
  const { throttle, atMost } = condition
  const visit = await stage.visit('staff')
  await visit.page.goto(stage.urlOf(cart), { waitUntil: 'networkidle' })
  await visit.page.evaluate(() => window.probe.hydrated)
  const drags = await repeat(runs, () => traceDrag(visit, throttle))
  await visit.close()
  const name = `${cart.name}, ${throttle}x`
  const of = (pick: (steps: readonly Step[]) => number) => median(drags.map(pick))
  return [
    { what: `${name}: p50 of a move`, measured: of(at(50)), unit: 'ms' },
    { what: `${name}: p95 of a move`, measured: of(at(95)), unit: 'ms', atMost },
    { what: `${name}: p95 of a move, CPU alone`, measured: of(cpuAt(95)), unit: 'ms' },
    ...parts.map(
      (part): Finding => ({
        what: `${name}: of it ${part}, on average`,
        measured: of((steps) => steps.reduce((sum, step) => sum + step.parts[part], 0) / steps.length),
        unit: 'ms',
      }),
    ),
    {
      what: `${name}: tasks over ${longTaskMs} ms`,
      measured: of((steps) => steps.filter(({ longest }) => longest > longTaskMs).length),
      unit: '',
      atMost: 0,
    },
    {
      what: `${name}: the longest task`,
      measured: of((steps) => Math.max(...steps.map(({ longest }) => longest))),
      unit: 'ms',
      atMost: longTaskMs,
    },
  ]
}

const at = (percent: number) => (steps: readonly Step[]) =>
  percentile(ascending(steps.map(({ work }) => work)), percent)

const cpuAt = (percent: number) => (steps: readonly Step[]) =>
  percentile(ascending(steps.map(({ cpu }) => cpu)), percent)

const traceDrag = async ({ page, cdp }: Visit, rate: number): Promise<Step[]> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('A page without a browser')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  const steps = await traceMoves(browser, () => drag(page))
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return steps
}

/** From the head to the beginning and back, a move a frame where the page keeps up. */
const drag = async (page: Page): Promise<void> => {
  const box = await page.getByRole('slider', { name: 'Version', exact: true }).boundingBox()
  if (!box) throw new Error('No slider to drag')
  const y = box.y + box.height / 2
  const x = (share: number) => box.x + 12 + share * (box.width - 24)
  await page.mouse.move(x(1), y)
  await page.mouse.down()
  for (let nth = 1; nth <= moves; nth++) {
    const next = sleep(frameMs)
    await page.mouse.move(x(Math.abs(1 - (2 * nth) / moves)), y)
    await next
  }
  await page.mouse.up()
}
