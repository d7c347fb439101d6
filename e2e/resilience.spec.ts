import { startShop } from './support/shop-server'
import { expect, expectAwake, shopOn, test } from './support/story'

test('the server restarts under an open page, and the page catches up by itself', async ({ page }) => {
  test.setTimeout(120_000)
  const shop = await startShop()
  try {
    await page.goto(shop.url)
    const { add, increase, cart, expectHead } = shopOn(page)
    await add('Ceramic Mug')
    await expectHead(2)
    await expectAwake(page)

    expect(await shop.stop('SIGTERM'), 'left in good order').toBe(0)
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('$31.98')
    await expect(cart).toContainText('1 change waits; it is kept.')
    await shop.restart()
    await expectHead(3)

    await shop.stop('SIGKILL')
    await shop.restart()
    await increase('Ceramic Mug').click()
    await expectHead(4)
    await expect(cart).toContainText('$47.97')

    const second = await page.context().newPage()
    await second.goto(shop.url)
    await shopOn(second).increase('Ceramic Mug').click()
    await expectHead(5)
  } finally {
    await shop.remove()
  }
})
