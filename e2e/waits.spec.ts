import type { BrowserContext, Page } from '@playwright/test'
import { finishSignUp } from './support/mail'
import { beginCart, expect, expectAllSent, expectAwake, shopOn, test } from './support/story'

const player = (page: Page) => page.getByRole('region', { name: 'Player' })

/** The server actions a page asks for; as a shop of another build, it knows none of them while it is told to. */
const watchActions = async (context: BrowserContext) => {
  const shop = { isOther: false, asked: 0 }
  await context.route('**/*', async (route) => {
    if (!route.request().headers()['next-action']) return route.fallback()
    shop.asked += 1
    if (!shop.isOther) return route.fallback()
    await route.fulfill({
      status: 409,
      headers: { 'x-nextjs-action-not-found': '1', 'content-type': 'text/plain' },
      body: 'Server Action unavailable.',
    })
  })
  return shop
}

test.describe('a shop that was renewed', () => {
  test('is told of, asked once, and the page is loaded anew when nothing is lost by it', async ({
    page,
    context,
  }) => {
    const actions = await watchActions(context)
    const { cart, increase, expectHead } = await beginCart(page)
    const search = page.getByRole('searchbox')
    await search.fill('mug')
    await expect(page.getByRole('button', { name: 'Add Wireless Headphones to cart' })).toHaveCount(0)
    actions.isOther = true
    actions.asked = 0
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('The shop was renewed: reload to go on. 1 change waits; it is kept.')
    await expect(player(page)).toContainText('Renewed')
    await expect(cart.getByRole('button', { name: 'Reload' })).toBeVisible()
    expect(actions.asked).toBe(1)

    actions.isOther = false
    const anew = page.waitForEvent('load')
    await search.fill('')
    await search.blur()
    await anew
    await expect(page.getByText('The shop was renewed, and this page with it.')).toBeVisible()
    await expectHead(3)
    await expectAllSent(page)
    await expect(cart).toContainText('$31.98')
  })

  test('is known by parts of the page that are gone', async ({ page, context }) => {
    const { cart, increase } = await beginCart(page)
    const search = page.getByRole('searchbox')
    await search.fill('mug')
    await search.blur()
    let isOther = true
    await context.route('**/_next/static/chunks/**', (route) =>
      isOther ? route.fulfill({ status: 404, body: 'Not found' }) : route.fallback(),
    )
    // Not before the page is asked for anew: once it had its part, its dialog would keep the page from that.
    page.on('request', (request) => {
      if (request.isNavigationRequest()) isOther = false
    })
    await page.keyboard.press('?')
    await expect(player(page)).toContainText('Renewed')
    const anew = page.waitForEvent('load')
    await search.fill('')
    await search.blur()
    await anew
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('$31.98')
  })
})

test.describe('who was signed out', () => {
  test('is told so, and goes on where they were once they signed in', async ({ page, context }) => {
    const email = `waits-${Date.now()}@example.com`
    const password = 'a long walk by the sea'
    const { cart, increase, expectHead } = await beginCart(page)
    await page.goto('/sign-up')
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: /sign up|create/i }).click()
    await finishSignUp(page, email)
    await expectAwake(page)
    const actions = await watchActions(context)
    await context.clearCookies()
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('You were signed out: sign in to go on. 1 change waits; it is kept.')
    await expect(player(page)).toContainText('Signed out')
    expect(actions.asked).toBe(1)

    await cart.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: /sign in/i }).click()
    await expectHead(3)
    await expectAllSent(page)
  })

  test('is told so as a guest, who can’t come back', async ({ page, context }) => {
    const { cart, increase } = await beginCart(page)
    await context.clearCookies()
    await increase('Ceramic Mug').click()
    await expect(cart).toContainText('This page is of a visit that has ended: reload to go on.')
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(
      page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Cart/ }),
    ).toHaveText(/Signed out/)
    await page.setViewportSize({ width: 1440, height: 900 })
    await cart.getByRole('button', { name: 'Reload' }).click()
    await expect(cart).toContainText('Nothing has happened yet')
  })
})

test('a cart is read where live updates are blocked, and is live again when they are not', async ({
  page,
  context,
}) => {
  let isBlocked = true
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isBlocked) void socket.close()
    else socket.connectToServer()
  })
  await page.goto('/')
  const here = shopOn(page)
  await here.add('Ceramic Mug')
  await here.expectHead(2)
  await expect(here.cart).toContainText('Live updates are blocked here: the cart is read every few seconds.')
  await expect(player(page)).toContainText('Reading')

  const elsewhere = await context.browser()?.newContext({ storageState: await context.storageState() })
  const other = await elsewhere?.newPage()
  if (!other) throw new Error('No browser')
  await other.goto(page.url())
  await shopOn(other).increase('Ceramic Mug').click()
  await shopOn(other).expectHead(3)
  await here.expectHead(3)
  await expect(here.cart).toContainText('$31.98')

  isBlocked = false
  await expectAwake(page)
  await expect(here.cart).toContainText('Now, at version 3')
  await elsewhere?.close()
})

test('a change that the shop fails on holds up no other, and can be sent again', async ({
  page,
  context,
}) => {
  const { cart, increase, add, expectHead } = await beginCart(page)
  let isTooMuch = true
  await context.route('**/*', (route) => {
    const request = route.request()
    const isOfMugs = request.headers()['next-action'] && request.postData()?.includes('"AddItem"')
    return isTooMuch && isOfMugs && request.postData()?.includes('ceramic-mug')
      ? route.fulfill({ status: 413, contentType: 'text/plain', body: 'Too large' })
      : route.fallback()
  })
  await increase('Ceramic Mug').click()
  const notice = cart.getByRole('region', { name: 'Not sent' })
  await expect(notice).toContainText('Ceramic Mug could not be added.')
  await expect(cart).toContainText('$15.99')
  await add('Wireless Headphones')
  await expectHead(3)

  isTooMuch = false
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expectHead(4)
  await expect(notice).toHaveCount(0)
  await expectAllSent(page)
})

test('a browser whose database never answers is done without', async ({ page, context }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => Object.create(EventTarget.prototype)
  })
  await page.goto('/')
  const { add, increase, cart, expectHead } = shopOn(page)
  await add('Ceramic Mug')
  await expectHead(2)
  await context.setOffline(true)
  await increase('Ceramic Mug').click()
  await expect(cart).toContainText('Offline. 1 change waits; it is kept while this page is open.')
  await context.setOffline(false)
  await expectHead(3)
})
