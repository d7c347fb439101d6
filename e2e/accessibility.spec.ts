import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, shopOn, signInAsOperator, test } from './support/story'

const expectNothingSerious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing serious in the shop: ${theme}, ${width} px`, async ({ page }) => {
      await page.addInitScript((value) => localStorage.setItem('theme', value), theme)
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/')
      await expect(page.getByRole('button', { name: 'Add Ceramic Mug to cart' })).toBeVisible()
      await expectNothingSerious(page)
      await shopOn(page).add('Ceramic Mug')
      await expect(page.locator('[data-sonner-toast]')).toHaveCount(0)
      await expectNothingSerious(page)
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(scrolls, 'scrolls sideways').toBe(false)
      await page.goto('/?v=1')
      await expectNothingSerious(page)
      await page.goto('/sign-in')
      await expectNothingSerious(page)
    })
  }
}

test('axe finds nothing serious on the staff pages', async ({ page }) => {
  await page.goto('/sign-in?next=/carts')
  await signInAsOperator(page)
  await expect(page.getByRole('heading', { name: 'All carts' })).toBeVisible()
  await expectNothingSerious(page)
})
