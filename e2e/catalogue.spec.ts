import { expectAccessible } from './support/accessible'
import { fillInCheckout } from './support/checkout'
import { expect, shopOn, shopUrl, signInAsOperator, test } from './support/story'

const ask = async (path: string, body: object) => {
  const headers = { authorization: `Bearer ${process.env.SHOP_KEY}`, 'content-type': 'application/json' }
  const response = await fetch(`${shopUrl()}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.json()
}

const shippingAddress = {
  street: '1 Way',
  city: 'Los Angeles',
  state: 'CA',
  zipCode: '90210',
  country: 'US',
}

test('staff lists the last piece of a bowl, prices it, and whoever comes second is told that it is gone', async ({
  page,
  browser,
}) => {
  const staff = await (await browser.newContext()).newPage()
  await staff.goto('/catalogue')
  await signInAsOperator(staff)
  await expect(staff.getByRole('heading', { name: 'Catalogue' })).toBeVisible()
  const form = staff.getByRole('form', { name: 'New product' })
  await form.getByLabel('Id').fill('clay-bowl')
  await form.getByLabel('Name').fill('Clay Bowl')
  await form.getByLabel('Category').fill('Kitchen')
  await form.getByLabel('Price').fill('12.50')
  await form.getByLabel('Pieces').fill('1')
  await form.getByRole('button', { name: 'Add to the catalogue' }).click()
  await expect(staff.getByText('Clay Bowl is in the catalogue.')).toBeVisible()
  await expectAccessible(staff)

  await page.goto('/?q=clay')
  const shop = shopOn(page)
  await shop.add('Clay Bowl')
  await shop.expectHead(2)

  await staff.goto('/catalogue/clay-bowl')
  await expect(staff.getByText('1 open cart holds 1 piece of it.')).toBeVisible()
  await expectAccessible(staff)
  await staff.getByRole('textbox', { name: 'Price' }).fill('13')
  await staff.getByRole('button', { name: 'Set the price' }).click()
  await expect(staff.getByText('It costs that from now on.')).toBeVisible()

  // Somebody else is faster.
  const { cartId } = await ask('/api/carts', {})
  await ask(`/api/carts/${cartId}/commands`, { type: 'AddItem', productId: 'clay-bowl', quantity: 1 })
  await ask(`/api/carts/${cartId}/commands`, { type: 'Checkout', paymentMethod: 'Card', shippingAddress })
  await staff.reload()
  await expect(staff.getByText('1 piece on the shelf, 1 promised to orders, 0 available.')).toBeVisible()

  await page.reload()
  await shop.cart.getByRole('button', { name: 'Check out' }).click()
  const dialog = page.getByRole('dialog')
  await fillInCheckout(dialog)
  await dialog.getByRole('button', { name: /Place order|Go on with/ }).click()
  const placing = dialog.getByRole('button', { name: 'Place order' })
  if (await placing.isVisible()) await placing.click()
  await expect(page.getByText(/Clay Bowl is sold out/).first()).toBeVisible()
  await expect(shop.cart).toContainText('Clay Bowl')

  await staff.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(staff.getByText('It is sold no more.')).toBeVisible()
  await page.goto('/?q=clay')
  await expect(page.getByRole('button', { name: 'Add Clay Bowl to cart' })).toHaveCount(0)
})
