import { expect, customerPassword as password, shopOn, signIn, signUp, test } from './support/story'

test('a guest who signs up keeps the cart; a cookie that was copied before is nobody’s', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  const copied = await browser.newContext({
    baseURL: baseURL ?? '',
    storageState: await page.context().storageState(),
  })
  await signUp(page)
  await expect(shopOn(page).cart.getByText('Ceramic Mug')).toBeVisible()
  const thief = await copied.newPage()
  await thief.goto('/')
  await expect(shopOn(thief).cart.getByText('Ceramic Mug')).toHaveCount(0)
  await expect(thief.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await copied.close()
})

test('a password is changed by who knows it, and is the only way in from then on', async ({ page }) => {
  const email = await signUp(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  const [current, next] = [page.getByLabel('Current password'), page.getByLabel('New password')]
  const change = page.getByRole('button', { name: 'Change password' })

  await current.fill(password)
  await next.fill('qwertyuiop')
  await change.click()
  await expect(page.getByText('among the most common ones')).toBeVisible()
  await current.fill('not this one')
  await next.fill('another password of it')
  await change.click()
  await expect(page.getByText('Your current password is another one.')).toBeVisible()
  await expect(current).toBeFocused()
  await current.fill(password)
  await change.click()
  await expect(page.getByRole('status').filter({ hasText: 'Your password is changed.' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, email, password)
  await expect(page.getByText('don’t go together')).toBeVisible()
  await signIn(page, email, 'another password of it')
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible()
})

test('signing in leads to no other site', async ({ page, baseURL }) => {
  const email = await signUp(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/sign-in?next=/.//evil.example')
  await signIn(page, email, password)
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
})

test('a form is not sent before the page can send it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/sign-in`)
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill(password)
  await page.getByLabel('Password').press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@example.com')
  await context.close()
})
