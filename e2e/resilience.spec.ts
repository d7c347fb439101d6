import { startShop } from './support/shop-server'
import { expect, expectAwake, shopOn, test } from './support/story'

test('server and database go under open pages, and the pages come back by themselves', async ({ page }) => {
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

    const thaw = shop.freezeDatabase()
    try {
      for (const path of ['/', '/sign-in', '/carts', '/carts/any']) {
        const answer = await second.request.get(shop.url + path)
        expect([path, answer.status()]).toEqual([path, 503])
      }
      expect((await second.goto(shop.url))?.status()).toBe(503)
      await expect(second.getByRole('heading', { name: 'Back in a moment.' })).toBeVisible()
    } finally {
      thaw()
    }
    await shopOn(second).expectHead(5)
  } finally {
    await shop.remove()
  }
})
