import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, fillCart, shopOn, test } from './support/story'

/** A page of the shop with its timeline's rows. */
const foldOn = (page: Page) => {
  const shop = shopOn(page)
  const rows = shop.timeline.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem')
  return {
    ...shop,
    rows,
    fold: shop.timeline.getByRole('button', { name: 'Fold runs' }),
    run: rows.first().getByRole('button', { name: /times/ }),
    addMug: async (head: number) => {
      await shop.increase('Ceramic Mug').click()
      await shop.expectHead(head)
    },
  }
}

// One after the other, or they would be sent as one. Versions 6 to 8 are a run.
test.beforeEach(async ({ page }) => {
  await fillCart(page)
  for (const head of [6, 7, 8]) await foldOn(page).addMug(head)
})

test('runs are folded, go on with the cart, and are in the address', async ({ page }) => {
  const { rows, fold, addMug } = foldOn(page)
  await expect(rows).toHaveCount(8)
  await fold.click()
  await expect(rows).toHaveCount(6)
  await expect(rows.first()).toContainText('Ceramic Mug added 3 times')
  await expect(rows.first()).toContainText('6–8')
  await expect(page).toHaveURL(/fold=1/)
  await addMug(9)
  await expect(rows.first()).toContainText('Ceramic Mug added 4 times')
  await expect(rows).toHaveCount(6)

  await page.reload()
  await expect(rows.first()).toContainText('Ceramic Mug added 4 times')
  await fold.click()
  await expect(rows).toHaveCount(9)
  await expect(page).not.toHaveURL(/fold=/)
})

test('F folds and unfolds, and so does the palette', async ({ page }) => {
  const { rows, fold } = foldOn(page)
  await page.keyboard.press('f')
  await expect(rows).toHaveCount(6)
  await expect(fold).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('f')
  await expect(rows).toHaveCount(8)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await page.keyboard.type('fold')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(6)
})

test('a run opens in place by keyboard, and shuts', async ({ page }) => {
  const { rows, fold, run, timeline, expectVersion } = foldOn(page)
  await fold.click()
  await expect(run).toHaveAttribute('aria-expanded', 'false')
  await run.focus()
  await page.keyboard.press('ArrowRight')
  await expect(run).toHaveAttribute('aria-expanded', 'true')
  await expect(rows).toHaveCount(9)
  await expect(run).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(2).getByRole('button', { name: /Ceramic Mug added/ })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(rows).toHaveCount(6)
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(9)
  await timeline.getByRole('button', { name: 'Go to version 7' }).click()
  await expectVersion(7)
})

test('a run that holds the version looked at is marked', async ({ page }) => {
  const { rows, run } = foldOn(page)
  await page.goto('/?fold=1&v=7')
  await expect(rows).toHaveCount(6)
  await expect(rows.first()).toHaveAttribute('aria-current', 'step')
  await run.click()
  await expect(rows.first()).not.toHaveAttribute('aria-current', 'step')
  await expect(rows.nth(2)).toHaveAttribute('aria-current', 'step')
})

test('runs are of what a filter shows', async ({ page }) => {
  const { rows, timeline } = foldOn(page)
  await page.goto('/?fold=1&f=type:ItemAdded')
  await expect(rows).toHaveText([/Ceramic Mug added 4 times/, /Wireless Headphones/, /1 x Ceramic Mug/])
  await timeline.getByRole('button', { name: 'Show all events' }).click()
  await expect(rows).toHaveCount(6)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in folded runs: ${width} px`, async ({ page }) => {
    const { rows, run } = foldOn(page)
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/?fold=1&v=7')
    const views = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Timeline' })
    if (await views.isVisible()) await views.click()
    await expect(rows).toHaveCount(6)
    await run.click()
    await expect(rows).toHaveCount(9)
    await expectAccessible(page, { include: ['[aria-label="Event timeline"]'] })
  })
}
