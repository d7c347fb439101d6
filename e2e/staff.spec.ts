import { expect, operator, shopOn, test } from './support/story'

test('staff finds a cart, opens it read-only, and watches it live', async ({ page, browser }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)

  const staff = await (await browser.newContext()).newPage()
  await staff.goto('/carts')
  await expect(staff).toHaveURL(/sign-in/)
  await staff.getByLabel(/mail/i).fill(operator().email)
  await staff.getByLabel(/password/i).fill(operator().password)
  await staff.getByRole('button', { name: /sign in/i }).click()
  await expect(staff.getByRole('heading', { name: 'All carts' })).toBeVisible()

  const sent = await page.request.get('/api/auth/get-session')
  const { user } = await sent.json()
  await staff.goto(`/carts?q=${user.id}`)
  await staff
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /^[0-9a-f]{8}/ })
    .first()
    .click()
  await expect(staff).toHaveURL(/\/carts\/[0-9a-f-]{36}/)
  const seen = shopOn(staff)
  await seen.expectHead(2)
  await expect(seen.cart).toContainText('Ceramic Mug')
  await expect(seen.increase('Ceramic Mug').and(staff.locator(':enabled'))).toHaveCount(0)

  await shop.increase('Ceramic Mug').click()
  await seen.expectHead(3)
  await expect(seen.cart).toContainText('$31.98')
})

test("a stranger finds neither the list nor anybody's cart", async ({ page, browser }) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  const carts = await page.request.get('/carts')
  expect(carts.status()).toBe(404)

  const opened = page.waitForResponse((response) => response.url().includes('/carts/'))
  const { user } = await (await page.request.get('/api/auth/get-session')).json()
  const staffKey = { authorization: `Bearer ${process.env.SHOP_STAFF_KEY}` }
  const events = await (
    await page.request.get('/api/events?type=CartCreated&limit=1000', { headers: staffKey })
  ).json()
  const cartId = events.events.find(
    (event: { data: { customerId: string } }) => event.data.customerId === user.id,
  ).streamId
  await page.goto(`/carts/${cartId}`)
  expect((await opened).status()).toBe(200)

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/')
  await shopOn(stranger).add('Ceramic Mug')
  await shopOn(stranger).expectHead(2)
  expect((await stranger.request.get(`/carts/${cartId}`)).status()).toBe(404)
  expect((await stranger.request.get(`/api/carts/${cartId}`)).status()).toBe(404)
})

test('a guest signs up and keeps the cart', async ({ page, browser }) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  const email = `ann-${crypto.randomUUID()}@example.com`
  await page.goto('/sign-up')
  await page.getByLabel(/name/i).fill('Ann')
  await page.getByLabel(/mail/i).fill(email)
  await page.getByLabel(/password/i).fill('a long enough one')
  await page.getByRole('button', { name: /sign up|create/i }).click()
  await expect(page).not.toHaveURL(/sign-up/)
  await shopOn(page).expectHead(2)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel(/mail/i).fill(email)
  await elsewhere.getByLabel(/password/i).fill('a long enough one')
  await elsewhere.getByRole('button', { name: /sign in/i }).click()
  await shopOn(elsewhere).expectHead(2)
  await expect(shopOn(elsewhere).cart).toContainText('Ceramic Mug')
})
