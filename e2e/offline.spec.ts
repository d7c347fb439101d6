import type { Page } from '@playwright/test'
import { expect, expectAllSent, expectAwake, shopOn, test } from './support/story'

const mugs = (page: Page) => shopOn(page).cart.getByRole('spinbutton', { name: 'Quantity of Ceramic Mug' })

test.describe('without network', () => {
  test('a cart is begun, goes on, and is sent when the network is back', async ({ page, context }) => {
    await page.goto('/')
    const { add, increase, cart, timeline, expectHead } = shopOn(page)
    await expect(page.getByRole('button', { name: 'Add Ceramic Mug to cart' })).toBeEnabled()
    await context.setOffline(true)
    await expect(cart).toContainText('Offline. What you do is kept and sent later.')
    await add('Ceramic Mug')
    await increase('Ceramic Mug').click()
    await add('Wireless Headphones')
    await expect(cart).toContainText('Offline. 2 changes wait; they are kept.')
    await expect(cart).toContainText('$131.97')
    await expect(timeline).toContainText('2 x Ceramic Mug')

    await context.setOffline(false)
    await expectHead(3)
    await expectAllSent(page)
    await expect(cart).toContainText('Now, at version 3')
    await expect(cart).toContainText('$131.97')
  })

  test('what was done before the page was closed is shown and sent when it is opened again', async ({
    page,
    context,
  }) => {
    await page.goto('/')
    const here = shopOn(page)
    await here.add('Ceramic Mug')
    await here.expectHead(2)
    await context.setOffline(true)
    await here.increase('Ceramic Mug').click()
    await here.increase('Ceramic Mug').click()
    await here.add('Wireless Headphones')
    await expect(here.cart).toContainText('2 changes wait')
    await page.close()

    await context.setOffline(false)
    let isReachable = false
    await context.route('**/*', (route) =>
      route.request().method() === 'POST' && !isReachable ? route.abort() : route.continue(),
    )
    const again = await context.newPage()
    await again.goto('/')
    const there = shopOn(again)
    await expect(mugs(again)).toHaveValue('3')
    await expect(there.cart).toContainText('Wireless Headphones')
    await expect(there.cart.locator('[data-pending]')).toHaveCount(2)
    await there.expectHead(2)

    isReachable = true
    await there.expectHead(4)
    await expectAllSent(again)
    await again.reload()
    await there.expectHead(4)
    await expect(mugs(again)).toHaveValue('3')
  })

  test('what the rules refuse by then is told by name', async ({ page, context }) => {
    await page.goto('/')
    const here = shopOn(page)
    await here.add('Ceramic Mug')
    await here.expectHead(2)
    await context.setOffline(true)
    for (let click = 0; click < 3; click++) await here.increase('Ceramic Mug').click()
    await here.add('Wireless Headphones')
    await expect(mugs(page)).toHaveValue('4')

    const elsewhere = await context.browser()?.newContext({ storageState: await context.storageState() })
    const other = await elsewhere?.newPage()
    if (!other) throw new Error('No browser')
    await other.goto(page.url())
    await expectAwake(other)
    await mugs(other).fill('9')
    await mugs(other).press('Enter')
    await shopOn(other).expectHead(3)

    await context.setOffline(false)
    await expect(
      page.getByText('3 × Ceramic Mug could not be added. At most 10 of Ceramic Mug'),
    ).toBeVisible()
    await expectAllSent(page)
    await expect(mugs(page)).toHaveValue('9')
    await expect(here.cart).toContainText('Wireless Headphones')
    await shopOn(other).expectHead(4)
    await elsewhere?.close()
  })

  test('two tabs are in step, and what both did is sent once', async ({ page, context }) => {
    await page.goto('/')
    const here = shopOn(page)
    await here.add('Ceramic Mug')
    await here.expectHead(2)
    const second = await context.newPage()
    await second.goto('/')
    const there = shopOn(second)
    await there.expectHead(2)

    await context.setOffline(true)
    await here.increase('Ceramic Mug').click()
    await expect(mugs(second)).toHaveValue('2')
    await there.increase('Ceramic Mug').click()
    await there.add('Wireless Headphones')
    await expect(mugs(page)).toHaveValue('3')
    for (const { cart } of [here, there]) await expect(cart).toContainText('2 changes wait')

    await context.setOffline(false)
    for (const { cart, expectHead } of [here, there]) {
      await expectHead(4)
      await expect(cart).toContainText('$147.96')
    }
    await expectAllSent(page)
    await expectAllSent(second)
  })
})
