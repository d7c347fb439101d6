import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, shopOn, signInAsOperator, signUp, test } from './support/story'

const openAccounts = async (page: Page): Promise<void> => {
  await page.goto('/accounts')
  await signInAsOperator(page)
  await expect(page.getByRole('heading', { name: 'Store credit' })).toBeVisible()
}

const give = async (page: Page, customer: string, amount: string, why: string): Promise<void> => {
  await page.getByLabel('Customer').fill(customer)
  await page.getByLabel('Amount').fill(amount)
  await page.getByLabel('What for').fill(why)
  await page.getByRole('button', { name: 'Give credit' }).click()
}

test('staff who signs in first comes back to whom the credit is for', async ({ page }) => {
  await page.goto('/accounts?customer=ada@example.com')
  await signInAsOperator(page)
  await expect(page.getByLabel('Customer')).toHaveValue('ada@example.com')
})

test('staff gives a customer credit, who sees it come in, with all its past', async ({ page, browser }) => {
  const email = await signUp(page)
  const staff = await (await browser.newContext()).newPage()
  await openAccounts(staff)
  await give(staff, 'nobody@example.com', '5', 'Nothing')
  await expect(staff.getByText('Nobody has signed up by this')).toBeVisible()
  await give(staff, email, '15.99', 'Parcel was late')
  await expect(staff.getByRole('status')).toContainText('$15.99 credited')

  await page.getByRole('link', { name: 'Credit' }).click()
  await expect(page.getByRole('heading', { name: 'Your store credit' })).toBeVisible()
  await page.getByRole('table').getByRole('link').click()
  const { timeline, slider, expectHead } = shopOn(page)
  const account = page.getByRole('region', { name: 'Account', exact: true })
  await expect(account).toContainText('$15.99')
  await expectHead(2)
  await expect(timeline).toContainText('$15.99 credited: Parcel was late')
  await expect(page.locator('[data-connection=live]')).toBeAttached()

  await give(staff, email, '4.01', 'And it was broken')
  await expectHead(3)
  await expect(account).toContainText('$20.00')
  await slider.press('Home')
  await expect(account).toContainText('As it was at version 0')
  await expect(account).toContainText('$0.00')
  await slider.press('End')

  await page.getByRole('button', { name: 'Why? What made the balance' }).click()
  const made = page.getByRole('dialog').getByRole('list', { name: 'Events, newest first' })
  await expect(made.getByRole('listitem')).toHaveCount(2)
  await expect(made).toContainText('And it was broken')
  await made.getByRole('button', { name: /Go to version 2/ }).click()
  await expect(account).toContainText('As it was at version 2')
  await slider.press('End')
  await page.goto(`${new URL(page.url()).pathname}?c=2`)
  await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('+$4.01')
  await page.goto(`${new URL(page.url()).pathname}?panel=when&when=balance > 15`)
  await expect(page.getByRole('region', { name: 'When', exact: true })).toContainText('Became true')
  await page.goto(`${new URL(page.url()).pathname}?panel=what-if&v=1`)
  await expect(page.getByRole('region', { name: 'What if', exact: true })).toContainText('$20.00')
})

test('an account is nobody else’s to see, and giving credit is for staff', async ({ page, browser }) => {
  await signUp(page)
  const { user } = await (await page.request.get('/api/auth/get-session')).json()
  const staff = await (await browser.newContext()).newPage()
  await openAccounts(staff)
  await give(staff, user.id, '3', 'Thank you')
  await staff.getByRole('link', { name: 'See the account' }).click()
  await expect(staff.getByRole('region', { name: 'Account', exact: true })).toContainText('$3.00')

  const stranger = await (await browser.newContext()).newPage()
  await signUp(stranger)
  for (const path of [`/streams/account/${user.id}.usd`, '/accounts'])
    expect((await stranger.goto(path))?.status()).toBe(404)
  await stranger.goto('/credit')
  await expect(stranger.getByText('The shop owes you nothing')).toBeVisible()
  expect((await stranger.request.get(`/api/streams/account/${user.id}.usd`)).status()).toBe(404)
})

for (const width of [1440, 390])
  test(`axe finds nothing where credit is given and seen: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await openAccounts(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Give credit' }).click()
    await expect(page.getByText(/The customer must not be empty/)).toBeVisible()
    await expectAccessible(page)
  })
