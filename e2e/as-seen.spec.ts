import type { BrowserContext, Locator, Page } from '@playwright/test'
import { fillInCheckout } from './support/checkout'
import { beginCart, expect, expectAwake, shopOn, test } from './support/story'

/** The same guest on another device. */
const secondDevice = async (page: Page): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      storageState: await page.context().storageState(),
    })
  if (!context) throw new Error('No browser')
  const other = await context.newPage()
  await other.goto(page.url())
  await expectAwake(other)
  return { context, page: other }
}

const askToCheckOut = async (page: Page): Promise<Locator> => {
  await shopOn(page).cart.getByRole('button', { name: 'Check out' }).click()
  const form = page.getByRole('dialog', { name: 'Check out' })
  // Its code comes when it is first asked for.
  await expect(form.getByLabel(/street/i)).toBeVisible()
  return form
}

test('an order placed offline is asked again when another device put something in meanwhile', async ({
  page,
  context,
}) => {
  const here = await beginCart(page)
  const form = await askToCheckOut(page)
  await expect(form).toContainText('1 item, $15.99 in all.')
  await context.setOffline(true)
  await fillInCheckout(form)
  await form.getByRole('button', { name: 'Place order' }).click()
  await expect(form.getByRole('button', { name: 'Placing…' })).toBeVisible()

  const device = await secondDevice(page)
  await shopOn(device.page).add('Wireless Headphones')
  await shopOn(device.page).expectHead(3)

  await context.setOffline(false)
  const news = form.getByRole('status', { name: 'What is new' })
  await expect(news).toContainText('The cart was not checked out. It has changed since you looked:')
  await expect(news).toContainText('1 x Wireless Headphones added')
  await expect(news).toContainText('$15.99 $115.98')
  await expect(form.getByLabel('City')).toHaveValue('Bath')

  await form.getByRole('button', { name: 'Go on with $115.98 in all' }).click()
  await expect(news).toBeEmpty()
  await expect(form).toBeVisible()
  await form.getByRole('button', { name: 'Place order' }).click()
  await here.expectHead(4)
  await expect(here.cart).toContainText('$115.98')
  await device.context.close()
})

test('what changes while one fills in is shown, and Enter doesn’t order it', async ({ page }) => {
  const here = await beginCart(page)
  const form = await askToCheckOut(page)
  await fillInCheckout(form)
  const device = await secondDevice(page)
  await shopOn(device.page).increase('Ceramic Mug').click()

  const news = form.getByRole('status', { name: 'What is new' })
  await expect(news).toContainText('It has changed since you looked:')
  await expect(news).toContainText('Ceramic Mug: 1 → 2')
  await form.getByLabel('City').press('Enter')
  await expect(news).toBeEmpty()
  await expect(form).toBeVisible()
  await form.getByLabel('City').press('Enter')
  await here.expectHead(4)
  await expect(here.cart).toContainText('$31.98')
  await device.context.close()
})

test('an order that waited for a page that was closed is asked again there, as it was filled in', async ({
  page,
  context,
}) => {
  await beginCart(page)
  const form = await askToCheckOut(page)
  await context.setOffline(true)
  await fillInCheckout(form)
  await form.getByRole('button', { name: 'Place order' }).click()
  await expect(form.getByRole('button', { name: 'Placing…' })).toBeVisible()
  const device = await secondDevice(page)
  await page.close()
  await shopOn(device.page).add('Wireless Headphones')
  await shopOn(device.page).expectHead(3)

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto('/')
  const asked = again.getByRole('dialog', { name: 'Check out' })
  await expect(asked).toContainText('The cart was not checked out. It has changed since you looked:')
  await expect(asked).toContainText('1 x Wireless Headphones added')
  await expect(asked.getByLabel('City')).toHaveValue('Bath')
  await device.context.close()
})

test('a cart that changed is not abandoned without a question', async ({ page, context }) => {
  const here = await beginCart(page)
  await here.cart.getByRole('button', { name: /Abandon/ }).click()
  const form = page.getByRole('dialog', { name: 'Leave it behind?' })
  // Its code comes when it is first asked for.
  await form.getByLabel('Your reason').fill('Only looking')
  await context.setOffline(true)
  await form.getByRole('button', { name: 'Abandon cart' }).click()

  const device = await secondDevice(page)
  await shopOn(device.page).add('Wireless Headphones')
  await shopOn(device.page).expectHead(3)
  await context.setOffline(false)
  await expect(form).toContainText('The cart was not abandoned. It has changed since you looked:')
  await form.getByRole('button', { name: 'Go on all the same' }).click()
  await form.getByRole('button', { name: 'Abandon cart' }).click()
  await here.expectHead(4)
  await device.context.close()
})
