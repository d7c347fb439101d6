import { expectAccessible } from './support/accessible'
import { expect, shopOn, signInAsOperator, test } from './support/story'

for (const width of [1440, 390]) {
  test(`axe finds nothing in the shop: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Add Ceramic Mug to cart' })).toBeVisible()
    await expectAccessible(page)
    await shopOn(page).add('Ceramic Mug')
    await expect(page.locator('[data-sonner-toast]')).toHaveCount(0)
    await expectAccessible(page)
    await page.goto('/?v=1')
    await expectAccessible(page)
    await page.goto('/sign-in')
    await expectAccessible(page)
  })
}

test('axe finds nothing on the staff pages', async ({ page }) => {
  await page.goto('/sign-in?next=/carts')
  await signInAsOperator(page)
  await expect(page.getByRole('heading', { name: 'All carts' })).toBeVisible()
  await expectAccessible(page)
})
