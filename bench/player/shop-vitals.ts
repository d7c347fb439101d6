import type { Page } from 'playwright'
import { type Finding, printFindings } from './finding'
import { median, repeat } from './median'
import type { Stage } from './stage'

const runs = 5
const throttle = 4
const products = ['Ceramic Mug', 'Wireless Headphones', 'Canvas Backpack']

interface Vitals {
  readonly largestPaint: number
  readonly layoutShift: number
  readonly interaction: number
  readonly interactionName: string
}

/** The shop as a guest meets it on a slow machine, who then shops, types, scrubs and goes to the till. */
export const measureShopVitals = async (stage: Stage): Promise<void> => {
  const unthrottled = await repeat(runs, () => visitShop(stage, 1))
  const throttled = await repeat(runs, () => visitShop(stage, throttle))
  printFindings('the shop', [...findingsOf(unthrottled, 1), ...findingsOf(throttled, throttle)])
}

const findingsOf = (visits: readonly Vitals[], rate: number): Finding[] => {
  const of = (pick: (vitals: Vitals) => number) => median(visits.map(pick))
  const slowest = visits.toSorted((a, b) => b.interaction - a.interaction)[0]
  return [
    {
      what: `LCP, ${rate}x`,
      measured: of(({ largestPaint }) => largestPaint) / 1_000,
      unit: 's',
      atMost: 1.2,
    },
    { what: `CLS, ${rate}x`, measured: of(({ layoutShift }) => layoutShift), unit: '', atMost: 0 },
    {
      what: `INP, ${rate}x (of all runs the slowest was a ${slowest?.interactionName})`,
      measured: of(({ interaction }) => interaction),
      unit: 'ms',
      atMost: 100,
    },
  ]
}

const visitShop = async (stage: Stage, rate: number): Promise<Vitals> => {
  const { page, cdp, close } = await stage.visit('guest')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(stage.shop.url, { waitUntil: 'networkidle' })
  await page.evaluate(() => window.probe.hydrated)
  const [largestPaint, openingShift] = await page.evaluate(() => [
    window.probe.largestPaint(),
    window.probe.layoutShift(),
  ])
  await shopAround(page)
  const { name, duration } = await page.evaluate(() => window.probe.slowestInteraction())
  const layoutShift = await page.evaluate(() => window.probe.layoutShift())
  await close()
  return {
    largestPaint: largestPaint ?? Number.NaN,
    layoutShift: Math.max(layoutShift, openingShift ?? 0),
    interaction: duration,
    interactionName: name,
  }
}

const shopAround = async (page: Page): Promise<void> => {
  const cart = page.getByRole('region', { name: 'Cart', exact: true })
  const slider = page.getByRole('slider', { name: 'Version', exact: true })
  for (const product of products) {
    await page.getByRole('button', { name: `Add ${product} to cart` }).click()
    await cart.getByText(product, { exact: true }).first().waitFor()
  }
  for (const act of ['Increase quantity of', 'Increase quantity of', 'Decrease quantity of', 'Remove']) {
    await cart.getByRole('button', { name: `${act} ${products[0]}` }).click()
  }
  await slider.focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key)
  await page.getByRole('searchbox').first().pressSequentially('mug')
  await page.keyboard.press('Enter')
  await cart.getByRole('button', { name: 'Check out' }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
