import type { Page } from '@playwright/test'
import { finishSignUp } from './support/mail'
import { expect, shopOn, signInAsOperator, test } from './support/story'

const signInAsStaff = async (page: Page): Promise<void> => {
  await page.goto('/carts')
  await expect(page).toHaveURL(/sign-in/)
  await signInAsOperator(page)
  await expect(page.getByRole('heading', { name: 'All carts' })).toBeVisible()
}

test('staff finds a cart, opens it read-only, and watches it live', async ({ page, browser }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)

  const staff = await (await browser.newContext()).newPage()
  await signInAsStaff(staff)

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

test('staff searches by what happened, is told why a cart was found, and keeps the search', async ({
  page,
  browser,
}) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  const { user } = await (await page.request.get('/api/auth/get-session')).json()

  const staff = await (await browser.newContext()).newPage()
  await signInAsStaff(staff)
  const field = staff.getByRole('searchbox', { name: 'Find carts' })
  const found = staff
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /^[0-9a-f]{8}/ })
  const search = async (typed: string) => {
    await field.fill(typed)
    await field.press('Enter')
    await expect(staff).toHaveURL((url) => url.searchParams.get('q') === typed)
  }

  await search(`customer:${user.id} product:mug event:ItemAdded total:>1USD`)
  await expect(found.filter({ visible: true })).toHaveCount(1)
  await expect(staff.getByText('product: Ceramic Mug').filter({ visible: true })).toHaveCount(1)

  await search(`customer:${user.id} -product:mug`)
  await expect(staff.getByText('No cart like that')).toBeVisible()
  await staff.getByRole('link', { name: 'Take out -product:mug' }).click()
  await expect(found.filter({ visible: true })).toHaveCount(1)
  await expect(field).toHaveValue(`customer:${user.id}`)

  await search('mug colour:red')
  await expect(staff.locator('main').getByRole('alert')).toContainText('There is no field colour')
  await expect(field).toHaveAccessibleDescription(/no field colour/)

  await search(`customer:${user.id} status:active`)
  await staff.getByRole('button', { name: 'Save this search' }).click()
  await staff.getByLabel('Name of this search').fill('Theirs')
  await staff.keyboard.press('Enter')
  await staff.goto('/carts')
  await staff.getByRole('link', { name: 'Theirs' }).click()
  await expect(field).toHaveValue(`customer:${user.id} status:active`)
  await expect(found.filter({ visible: true })).toHaveCount(1)
  await staff.getByRole('button', { name: 'Forget Theirs' }).click()
  await expect(staff.getByRole('link', { name: 'Theirs' })).toHaveCount(0)
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
  await finishSignUp(page, email)
  await shopOn(page).expectHead(2)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel(/mail/i).fill(email)
  await elsewhere.getByLabel(/password/i).fill('a long enough one')
  await elsewhere.getByRole('button', { name: /sign in/i }).click()
  await shopOn(elsewhere).expectHead(2)
  await expect(shopOn(elsewhere).cart).toContainText('Ceramic Mug')
})
