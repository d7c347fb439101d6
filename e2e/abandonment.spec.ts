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
  const watch = staff.getByRole('region', { name: 'Cart watch' })
  await expect(watch).toContainText('The next look at the cart')
  await expect(staff.locator('main')).toContainText('The cart is watched from here on')
  await expect(staff.locator('main')).toContainText('The next look at the cart: set for')
  await expectAccessible(staff)
  expect((await page.request.get(`/api/streams/abandonment/${carts[0].cartId}`)).status()).toBe(404)

  // From what it reacted to one gets to the cart.
  await staff.goto(`/streams/abandonment/${carts[0].cartId}?v=1&e=1`)
  const event = staff.getByRole('region', { name: 'Event', exact: true })
  await expect(event).toContainText('Reacts to “Cart created” of cart')
  await event.getByRole('link', { name: carts[0].cartId }).click()
  await expect(staff).toHaveURL(new RegExp(`/carts/${carts[0].cartId}`))
})

for (const width of [1440, 390, 320])
  test(`staff sees how processes are, and goes from there to an instance: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/processes')
    await signInAsOperator(page)
    const abandonment = page.getByRole('region', { name: 'Abandonment' })
    await expect(abandonment).toContainText('Up to date')
    await expect(page.locator('[data-connection=live]')).toHaveText('Live')
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const { processes } = await (await page.request.get('/api/processes')).json()
    expect(processes).toContainEqual(expect.objectContaining({ name: 'abandonment', status: 'running' }))
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
