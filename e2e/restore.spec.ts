import type { Browser, Page } from '@playwright/test'
import { fillInCheckout } from './support/checkout'
import { expect, fillCart, shopOn, signInAsOperator, test } from './support/story'

/** A page of the shop, with what takes changes back. */
const restoringOn = (page: Page) => {
  const shop = shopOn(page)
  return {
    ...shop,
    undo: shop.cart.getByRole('button', { name: 'Undo' }),
    redo: shop.cart.getByRole('button', { name: 'Redo' }),
    bringBack: shop.cart.getByRole('button', { name: 'Bring the cart back to this version' }),
    dialog: page.getByRole('dialog'),
    quantity: shop.cart.getByRole('spinbutton', { name: 'Quantity of Ceramic Mug' }),
  }
}

const fillRestorable = async (page: Page) => {
  await fillCart(page)
  return restoringOn(page)
}

const seekTo = async (page: Page, version: number) => {
  await page.goto(`/?v=${version}`)
  await shopOn(page).expectVersion(version)
}

test('a shopper undoes and redoes by button, down to the creation and up again', async ({ page }) => {
  const { cart, timeline, undo, redo, quantity, expectHead } = await fillRestorable(page)
  await expect(redo).toBeDisabled()
  await undo.click()
  await expectHead(7)
  await expect(cart).toContainText('$131.97')
  await expect(timeline).toContainText('Undone: the cart is as at version 4')

  await undo.click()
  await expect(quantity).toHaveValue('1')
  await undo.click()
  await undo.click()
  await expect(cart).toContainText('Empty again.')
  await expect(undo).toBeDisabled()

  for (const total of ['$15.99', '$115.98', '$131.97', '$31.98']) {
    await redo.click()
    await expect(cart).toContainText(total)
  }
  await expect(redo).toBeDisabled()
  await expect(undo).toBeEnabled()
})

test('a shopper undoes and redoes by key, but not while typing', async ({ page }) => {
  const { cart, quantity, redo, add, expectHead } = await fillRestorable(page)
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cart).toContainText('$115.98')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(cart).toContainText('$131.97')
  await expectHead(11)

  await quantity.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await add('Cedar Candle')
  await expectHead(12)
  await expect(cart).toContainText('Cedar Candle')
  await expect(redo).toBeDisabled()
})

test('undo is quicker than the log, and right all the same', async ({ page }) => {
  const { cart, add, increase, undo, quantity, expectHead } = await fillRestorable(page)
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 150))
    await route.continue()
  })
  await increase('Ceramic Mug').click()
  await add('Cedar Candle')
  await add('Wireless Headphones')
  await undo.click()
  await undo.click()
  await expect(cart).not.toContainText('Cedar Candle')
  await expectHead(12)
  await expect(quantity).toHaveValue('3')
  await expect(cart).toContainText('$47.97')
})

test('a shopper sees what would change, brings the cart back, and takes that back', async ({ page }) => {
  await fillRestorable(page)
  const { cart, bringBack, dialog, expectHead, expectVersion } = restoringOn(page)
  await seekTo(page, 3)
  await bringBack.click()
  await expect(dialog.getByRole('listitem')).toHaveText([
    /Ceramic Mug: 2 → 1.*−\$15\.99/,
    /1 x Wireless Headphones comes back.*\+\$99\.99/,
  ])
  await expect(dialog).toContainText('$31.98')
  await expect(dialog).toContainText('$115.98')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(bringBack).toBeFocused()
  await expectHead(5)

  await bringBack.click()
  await dialog.getByRole('button', { name: 'Back to version 3' }).click()
  await expectHead(8)
  await expectVersion(8)
  await expect(cart).toContainText('$115.98')
  await expect(cart.getByRole('heading', { name: 'Cart', exact: true })).toBeFocused()
  await expect(page).not.toHaveURL(/v=/)

  const toast = page.getByRole('listitem').filter({ hasText: 'as it was at version 3' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(cart).toContainText('$31.98')
  await expect(cart.getByText('Wireless Headphones')).toHaveCount(0)
})

test('a restore is one act: by button, by key and by its toast it is taken back to where it came from', async ({
  page,
}) => {
  await fillRestorable(page)
  const { cart, bringBack, dialog, undo, redo, timeline, expectHead } = restoringOn(page)
  const backTo4 = async () => {
    await seekTo(page, 4)
    await bringBack.click()
    await dialog.getByRole('button', { name: 'Back to version 4' }).click()
    await expect(cart).toContainText('$131.97')
  }
  await backTo4()
  await expect(timeline.getByText('Cart restored to version 4', { exact: true })).toBeVisible()
  await undo.click()
  await expect(cart).toContainText('$31.98')
  await redo.click()
  await expect(cart).toContainText('$131.97')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cart).toContainText('$31.98')
  await expectHead(13)
  await backTo4()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'as it was at version 4' })
    .last()
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(cart).toContainText('$31.98')
  await undo.click()
  await expect(cart).toContainText('$131.97')
})

test('what changes meanwhile is seen before it is confirmed', async ({ page, context }) => {
  await fillRestorable(page)
  const { bringBack, dialog, cart, expectHead } = restoringOn(page)
  await seekTo(page, 3)
  await bringBack.click()
  const second = await context.newPage()
  await second.goto('/')
  await shopOn(second).add('Cedar Candle')
  await expect(dialog.getByRole('listitem').filter({ hasText: '1 x Cedar Candle goes' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to version 3' }).click()
  await expectHead(10)
  await expect(cart).toContainText('$115.98')
})

test('a version that is like now has nothing to bring back', async ({ page }) => {
  const { undo, redo, expectHead } = await fillRestorable(page)
  await undo.click()
  await redo.click()
  await expectHead(9)
  await seekTo(page, 5)
  const { cart, bringBack } = restoringOn(page)
  await expect(cart).toContainText('The cart holds just this now, too.')
  await expect(bringBack).toHaveCount(0)
})

test('staff restores with a reason, live in the shopper’s tab', async ({ page, browser }) => {
  const shop = await fillRestorable(page)
  const cartId = await cartIdOf(page)
  const desk = await staffPage(browser, `/carts/${cartId}?v=3`)
  await shopOn(desk).expectVersion(3)
  await desk.getByRole('button', { name: 'Restore for the shopper' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Back to version 3' }).click()
  await expect(dialog.getByLabel('Your reason')).toHaveAttribute('aria-invalid', 'true')
  await shop.expectHead(5)
  await dialog.getByLabel('Your reason').fill('They called about it')
  await dialog.getByRole('button', { name: 'Back to version 3' }).click()

  await shopOn(desk).expectVersion(8)
  await expect(desk.getByText('as it was at version 3')).toBeVisible()
  await expect(shopOn(desk).increase('Ceramic Mug')).toHaveCount(0)
  await shop.expectHead(8)
  await expect(shop.cart).toContainText('$115.98')
  await expect(shop.timeline).toContainText('Cart restored to version 3: They called about it')
  await expect(shop.timeline.getByText('staff').first()).toBeVisible()

  await shop.undo.click()
  await expect(shop.cart).toContainText('$31.98')
})

test('a checked-out cart stays as it is', async ({ page, browser }) => {
  const { cart, undo, bringBack, expectHead } = await fillRestorable(page)
  const cartId = await cartIdOf(page)
  await cart.getByRole('button', { name: 'Check out' }).click()
  const form = page.getByRole('dialog')
  await fillInCheckout(form)
  await form.getByRole('button', { name: 'Place order' }).click()
  await expectHead(6)
  await expect(undo).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+z')
  await seekTo(page, 3)
  await expect(bringBack).toHaveCount(0)
  await expectHead(6)

  const refused = await page.request.post(`/api/carts/${cartId}/commands`, {
    data: { type: 'RestoreCart', toVersion: 3 },
  })
  expect(refused.status()).toBe(422)
  expect(await refused.json()).toMatchObject({ code: 'CartAlreadyCheckedOut' })
  const desk = await staffPage(browser, `/carts/${cartId}?v=3`)
  await shopOn(desk).expectVersion(3)
  await expect(desk.getByRole('button', { name: 'Restore for the shopper' })).toHaveCount(0)
})

const cartIdOf = async (page: Page): Promise<string> => {
  const { user } = await (await page.request.get('/api/auth/get-session')).json()
  const found = await page.request.get('/api/events?type=CartCreated&limit=1000', {
    headers: { authorization: `Bearer ${process.env.SHOP_STAFF_KEY}` },
  })
  const { events } = await found.json()
  return events.find((event: { data: { customerId: string } }) => event.data.customerId === user.id).streamId
}

const staffPage = async (browser: Browser, path: string): Promise<Page> => {
  const desk = await (await browser.newContext()).newPage()
  await desk.goto(`/sign-in?${new URLSearchParams({ next: path })}`)
  await signInAsOperator(desk)
  return desk
}
