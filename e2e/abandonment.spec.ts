import { expectAccessible } from './support/accessible'
import { expect, shopOn, signInAsOperator, test } from './support/story'

test('what watches a cart is seen like the cart: its steps, its state, and the story of both', async ({
  page,
  browser,
}) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  const { user } = await (await page.request.get('/api/auth/get-session')).json()

  const staff = await (await browser.newContext()).newPage()
  await staff.goto('/carts')
  await signInAsOperator(staff)
  await expect(staff.getByRole('heading', { name: 'All carts' })).toBeVisible()
  const { carts } = await (await staff.request.get(`/api/carts?q=customer:${user.id}`)).json()
  await staff.goto(`/streams/abandonment/${carts[0].cartId}`)
  await expect(staff.locator('main')).toContainText('Cart watched')
  await expect(staff.locator('main')).toContainText('Timer set')
  await expectAccessible(staff)
  expect((await page.request.get(`/api/streams/abandonment/${carts[0].cartId}`)).status()).toBe(404)
})

test('one says in the account whether one likes to be reminded, and a link in a mail is asked before it does anything', async ({
  page,
}) => {
  await page.goto('/sign-in?next=/account')
  await signInAsOperator(page)
  await expect(page.getByRole('heading', { name: 'Your account.' })).toBeVisible()
  const choice = page.getByRole('checkbox', { name: /Remind me/ })
  const said = await choice.isChecked()
  await choice.click()
  await expect(choice).toBeChecked({ checked: !said })
  await expect(choice).toBeEnabled()
  await page.reload()
  await expect(choice).toBeChecked({ checked: !said })
  await expectAccessible(page)

  await page.goto('/reminders#of.nobody')
  await page.getByRole('button', { name: 'Stop reminding me' }).click()
  await expect(page.getByText('This link is not whole.')).toBeVisible()
  await expectAccessible(page)
})
