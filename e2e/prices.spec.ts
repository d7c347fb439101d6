import { fillInCheckout } from './support/checkout'
import { setPrice } from './support/set-price'
import { expect, expectAllSent, expectAwake, shopOn, test } from './support/story'

test('a price that rose is taken for nobody without a word: neither by an add nor by a checkout', async ({
  page,
}) => {
  await setPrice(page, 'bud-vase', 2_000)
  await page.goto('/?q=bud-vase')
  const shop = shopOn(page)
  const card = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Add Bud Vase to cart' }) })
  await shop.add('Bud Vase')
  await shop.expectHead(2)
  await expectAwake(page)

  await setPrice(page, 'bud-vase', 5_000)
  await shop.add('Bud Vase')
  await expect(page.getByText('costs $50.00 now, not $20.00')).toBeVisible()
  await expectAllSent(page)
  await shop.expectHead(2)
  await expect(card).toContainText('$20.00 to $50.00')
  await expect(shop.cart).toContainText('The price is about to change from $20.00 to $50.00')
  await expect(shop.cart.getByRole('spinbutton')).toHaveValue('1')

  await shop.add('Bud Vase')
  await shop.expectHead(4)
  await expect(shop.cart).toContainText('Price changed from $20.00 to $50.00.')
  await expect(shop.cart).toContainText('$100.00')
  await expect(shop.timeline).toContainText('Bud Vase: price from $20.00 to $50.00')

  await setPrice(page, 'bud-vase', 6_000)
  await shop.cart.getByRole('button', { name: 'Check out' }).click()
  const form = page.getByRole('dialog', { name: 'Check out' })
  await fillInCheckout(form)
  await form.getByRole('button', { name: 'Place order' }).click()
  const news = form.getByRole('status', { name: 'What is new' })
  await expect(news).toContainText('The cart was not checked out.')
  await expect(news).toContainText('Bud Vase at $60.00 instead of $50.00')
  await form.getByRole('button', { name: 'Go on with $120.00 in all' }).click()
  await form.getByRole('button', { name: 'Place order' }).click()
  await shop.expectHead(6)
  await expect(shop.cart).toContainText('$120.00')
})

test('a page that is opened later says what a line is about to cost', async ({ page }) => {
  await setPrice(page, 'moka-pot', 3_000)
  await page.goto('/?q=moka-pot')
  await shopOn(page).add('Moka Pot')
  await shopOn(page).expectHead(2)
  await setPrice(page, 'moka-pot', 2_500)
  await page.goto('/')
  await expect(shopOn(page).cart).toContainText('The price is about to change from $30.00 to $25.00')
  await shopOn(page).increase('Moka Pot').click()
  await shopOn(page).expectHead(4)
  await expect(shopOn(page).cart).toContainText('Price changed from $30.00 to $25.00.')
  await expect(shopOn(page).cart).toContainText('$50.00')
})

test('a price that goes back is told as one that rises, and the cart can still be closed', async ({
  page,
}) => {
  await setPrice(page, 'nesting-bowls', 3_000)
  await page.goto('/?q=nesting-bowls')
  const { cart, add, expectHead } = shopOn(page)
  await add('Nesting Bowls')
  await expectHead(2)
  await setPrice(page, 'nesting-bowls', 4_000)
  await page.goto('/')
  await expect(cart).toContainText('The price is about to change from $30.00 to $40.00')
  await setPrice(page, 'nesting-bowls', 3_000)
  await cart.getByRole('button', { name: 'Abandon…' }).click()
  const form = page.getByRole('dialog', { name: 'Leave it behind?' })
  await form.getByRole('button', { name: 'Only looking' }).click()
  await form.getByRole('button', { name: 'Go on all the same' }).click()
  await form.getByRole('button', { name: 'Abandon cart' }).click()
  await expect(form.getByRole('status', { name: 'What is new' })).toContainText(
    'Nesting Bowls at $30.00 instead of $40.00',
  )
  await form.getByRole('button', { name: 'Go on all the same' }).click()
  await form.getByRole('button', { name: 'Abandon cart' }).click()
  await expectHead(3)
})
