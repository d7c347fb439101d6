import { randomInt } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { importSales } from './support/import-sales'
import { expect, expectAwake, operator, shopOn, test } from './support/story'

const invoice = randomInt(1_000_000, 1_000_000_000)
const bidi = 'CAFE\u0301 \u2615\u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u202etxet'
const long = 'W'.repeat(3_000)

/** Where the first of such words stands in what is shown. */
const placeOf = (within: Locator, words: string): Promise<number> =>
  within.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      return range.getBoundingClientRect().left
    }
    throw new Error(`${wanted} isn't there`)
  }, words)

const expectNoWider = async (page: Page) => {
  const { wide, there } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    there: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(there)
}

test('a name that turns its direction, or is very long, leaves the page and its sentences as they are', async ({
  page,
}) => {
  const sold = (code: string, name: string) => `${invoice},${code},${name},1,2010-12-01T08:26:00,2.55,,France`
  await importSales([sold(`BIDI${invoice}`, bidi), sold(`LONG${invoice}`, long)])

  await page.goto(`/sign-in?next=/carts/invoice-${invoice}`)
  await page.getByLabel(/mail/i).fill(operator().email)
  await page.getByLabel(/password/i).fill(operator().password)
  await page.getByRole('button', { name: /sign in/i }).click()
  const { timeline, cart } = shopOn(page)
  const rows = timeline.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await expectAwake(page)

  const added = rows.nth(2)
  const [first, name, last] = await Promise.all(['1 x', 'CAF', 'added'].map((words) => placeOf(added, words)))
  expect(first).toBeLessThan(name as number)
  expect(name).toBeLessThan(last as number)
  await expect(rows.nth(1)).toContainText(/W{120}… added/)

  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(cart.getByText('Checked out')).toBeAttached()
    await expectNoWider(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/cart-${width}.png` })
    await page.goto(`/?q=BIDI${invoice}`)
    await page
      .getByRole('button', { name: /^Add .*to cart/ })
      .first()
      .waitFor()
    await expectNoWider(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bidi-${width}.png` })
    await page.goto(`/?q=LONG${invoice}`)
    await page
      .getByRole('button', { name: /^Add .*to cart/ })
      .first()
      .waitFor()
    await expectNoWider(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/long-${width}.png` })
    await page.goto(`/carts/invoice-${invoice}`)
    await expectAwake(page)
  }
})
