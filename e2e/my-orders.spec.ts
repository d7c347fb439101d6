import { fillInCheckout } from './support/checkout'
import { beginCart, expect, shopUrl, signInAsOperator, test } from './support/story'

test('orders with a code, finds the order among their own, and cancels it', async ({ page, browser }) => {
  const code = `HALF-${crypto.randomUUID().slice(0, 8)}`.toUpperCase()
  const desk = await browser.newPage({ baseURL: shopUrl() })
  await desk.goto('/sign-in?next=/carts')
  await signInAsOperator(desk)
  await desk.waitForURL(`${shopUrl()}/carts`)
  const set = await desk.request.post('/api/terms/commands', {
    data: { type: 'SetDiscountCode', code, worth: { type: 'percent', rate: 5000 }, limit: 1 },
  })
  expect(set.status()).toBe(200)

  const { cart, expectHead } = await beginCart(page)
  await cart.getByRole('button', { name: 'Check out' }).click()
  const form = page.getByRole('dialog', { name: 'Check out' })
  await fillInCheckout(form)
  await form.getByLabel('Discount code').fill('nothing')
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form).toContainText('There is no discount code NOTHING.')
  await form.getByLabel('Discount code').fill(code.toLowerCase())
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form).toContainText('1 item, $7.99 in all.')
  await form.getByRole('button', { name: 'Place order' }).click()
  await expectHead(3)

  await cart.getByRole('link', { name: 'among your orders' }).click()
  await expect(page.getByRole('heading', { name: /^Order / })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What it comes to' })).toContainText('$7.99')
  await expect(page.getByRole('region', { name: 'Sent to' })).toContainText('Bath')
  await page.getByRole('link', { name: 'All your orders' }).click()
  await page.getByRole('list', { name: 'Orders' }).getByRole('link').first().click()

  await page.getByRole('button', { name: 'Cancel the order…' }).click()
  const asked = page.getByRole('dialog', { name: 'Cancel the order?' })
  await asked.getByRole('button', { name: 'Ordered by mistake' }).click()
  await asked.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(asked).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible()
  await expect(page.getByText('You cancelled it.')).toBeVisible()

  await page.getByRole('button', { name: 'Buy again' }).click()
  await page.waitForURL(`${shopUrl()}/`)
  await expectHead(2)
  await desk.close()
})
