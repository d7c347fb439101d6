import type { Page } from '@playwright/test'
import { expectKept } from './support/kept'
import { finishSignUp } from './support/mail'
import { expect, expectAllSent, expectAwake, expectThere, shopOn, test } from './support/story'

const mugs = (page: Page) => shopOn(page).cart.getByRole('spinbutton', { name: 'Quantity of Ceramic Mug' })

test.describe('without network', () => {
  test('a cart is begun, goes on, and is sent when the network is back', async ({ page, context }) => {
    await page.goto('/')
    const { add, increase, cart, timeline, expectHead } = shopOn(page)
    await expectThere(page)
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

test.describe('opened without network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the shop shows the cart as last known, goes on, and comes in step', async ({ page, context }) => {
    await page.goto('/')
    const { add, increase, cart, timeline, expectHead } = shopOn(page)
    await add('Ceramic Mug')
    await expectHead(2)
    await expectKept(page, 2)

    await context.setOffline(true)
    await page.reload()
    await expect(cart).toContainText('Offline. The cart as last known here,')
    await expect(cart).toContainText('$15.99')
    await expect(timeline).toContainText('1 x Ceramic Mug')
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('1 change waits; it is kept.')
    await expect(mugs(page)).toHaveValue('2')
    await cart.getByRole('button', { name: 'Check out' }).click()
    await expect(page.getByRole('dialog', { name: 'Check out' })).toBeVisible()
    await page.keyboard.press('Escape')

    await context.setOffline(false)
    await expectHead(3)
    await expectAllSent(page)
    await expect(cart).toContainText('Now, at version 3')
    await page.reload()
    await expectHead(3)
    await expect(mugs(page)).toHaveValue('2')
  })

  test('a cart that is begun without network may be checked out without it', async ({ page, context }) => {
    await page.goto('/')
    await expectKept(page, 0)
    await context.setOffline(true)
    const { add, cart } = shopOn(page)
    await add('Ceramic Mug')
    await cart.getByRole('button', { name: 'Check out' }).click()
    await expect(page.getByRole('dialog', { name: 'Check out' })).toBeVisible()
  })

  test('what is asked of a whole history is answered as before, once the worker stands between', async ({
    page,
  }) => {
    await page.goto('/')
    const { add, expectHead } = shopOn(page)
    await add('Ceramic Mug')
    await expectHead(2)
    await expectKept(page, 2)
    await page.goto('/?panel=when&when=total > 5')
    await expect(page.getByRole('region', { name: 'When', exact: true })).toContainText('Became true')
  })

  test('what only the server has says so, and comes by itself', async ({ page, context }) => {
    await page.goto('/')
    await expectKept(page, 0)
    await context.setOffline(true)
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: 'This needs a connection.' })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByRole('heading', { name: 'Welcome back.' })).toBeVisible()
  })

  test('nobody sees whose cart it was: not after signing out, nor as somebody else', async ({
    page,
    context,
  }) => {
    await page.goto('/')
    const { add, cart, expectHead } = shopOn(page)
    /** The shop of nobody, where it was kept by then, or that a connection is needed. */
    const stoodIn = page.getByRole('heading', { name: 'This needs a connection.' }).or(cart)
    await add('Ceramic Mug')
    await expectHead(2)
    await page.goto('/sign-up')
    await page.getByLabel(/name/i).fill('Ada')
    const email = `ada-${Date.now()}@example.com`
    await page.getByLabel(/mail/i).fill(email)
    await page.getByLabel(/password/i).fill('a long way from home')
    await page.getByRole('button', { name: /create/i }).click()
    await finishSignUp(page, email)
    await page.goto('/')
    await expectKept(page, 2)
    // Another tab of hers, which knows nothing of what follows.
    const second = await context.newPage()
    await second.goto('/')
    await expectAwake(second)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('Guest', { exact: true })).toBeVisible()
    await context.setOffline(true)
    await shopOn(second).increase('Ceramic Mug').click()
    await page.reload()
    await expect(stoodIn).toBeVisible()
    await expect(cart.getByText('Ceramic Mug')).toHaveCount(0)
    await context.setOffline(false)
    await expect(cart).toBeVisible()
    await expect(cart).not.toContainText('Ceramic Mug')
    await second.close()

    await add('Wireless Headphones')
    await expectHead(2)
    await expectKept(page, 2)
    await context.clearCookies()
    await page.reload()
    await expect(cart).not.toContainText('Wireless Headphones')
    await context.setOffline(true)
    await page.reload()
    await expect(stoodIn).toBeVisible()
    await expect(cart.getByText('Wireless Headphones')).toHaveCount(0)
  })
})
