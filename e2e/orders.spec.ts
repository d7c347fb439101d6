import type { Page } from '@playwright/test'
import { orderNumberOf } from '../lib/shop/order/order-number'
import { expectAccessible } from './support/accessible'
import { placeOrders } from './support/place-orders'
import { expect, expectAwake, signInAsOperator, test } from './support/story'

const openOrder = async (page: Page, orderId: string) => {
  await page.goto(`/orders/${orderId}`)
  await expectAwake(page)
  return page.getByRole('region', { name: 'Money' }).getByRole('definition')
}

test('an order is changed, confirmed, shipped in two parts, delivered and taken back in part, and a second window sees it', async ({
  page,
  context,
}) => {
  const [orderId = ''] = await placeOrders()
  const number = orderNumberOf(orderId)
  await page.goto('/orders')
  await signInAsOperator(page)
  await expectAwake(page)
  const row = page.getByRole('listitem').filter({ hasText: number })
  await expect(row).toContainText('Placed')

  const other = await context.newPage()
  await openOrder(other, orderId)
  const lines = other.getByRole('region', { name: 'Lines' })
  const shipments = other.getByRole('region', { name: 'Shipments' })

  const desk = await context.newPage()
  await openOrder(desk, orderId)
  const dialog = desk.getByRole('dialog')
  await desk.getByRole('button', { name: 'Change quantities…' }).click()
  await dialog.getByLabel('Ceramic Mug').fill('4')
  await dialog.getByRole('button', { name: 'Change the order' }).click()
  await expect(lines).toContainText('4 × $15.99')
  await desk.getByRole('button', { name: 'Confirm' }).click()
  await expect(other.getByRole('button', { name: 'Ship…' })).toBeVisible()
  await expect(row).toContainText('Confirmed')

  await desk.getByRole('button', { name: 'Ship…' }).click()
  await dialog.getByLabel('Ceramic Mug').fill('2')
  await dialog.getByLabel('Wireless Headphones').fill('0')
  await dialog.getByLabel('Carrier').fill('UPS')
  await dialog.getByLabel('Tracking number').fill('1Z 999')
  await dialog.getByRole('button', { name: 'Ship these' }).click()
  await expect(shipments).toContainText('2 x Ceramic Mug')
  await expect(shipments).toContainText('1Z 999')
  await expect(row).toContainText('Partly shipped')

  await desk.getByRole('button', { name: 'Ship…' }).click()
  await dialog.getByRole('button', { name: 'Ship these' }).click()
  await expect(shipments).toContainText('2 x Ceramic Mug, 1 x Wireless Headphones')
  await expect(row).toContainText('Shipped')

  await desk.getByRole('button', { name: 'Mark delivered' }).first().click()
  await expect(shipments.getByText('Delivered', { exact: true })).toHaveCount(1)
  await desk.getByRole('button', { name: 'Mark delivered' }).click()
  await expect(shipments.getByText('Delivered', { exact: true })).toHaveCount(2)
  await expect(row).toContainText('Delivered')

  await desk.getByRole('button', { name: 'Take back…' }).click()
  await dialog.getByLabel('Ceramic Mug').fill('1')
  await dialog.getByLabel('Reason').fill('Chipped')
  await dialog.getByRole('button', { name: 'Take these back' }).click()
  await expect(lines).toContainText('1 returned')
  await expect(other.getByRole('region', { name: 'Returns' })).toContainText('1 came back')

  // What the rules refuse is told, and nothing happens.
  await desk.getByRole('button', { name: 'Take back…' }).click()
  await dialog.getByLabel('Ceramic Mug').fill('4')
  await dialog.getByLabel('Reason').fill('Chipped')
  await dialog.getByRole('button', { name: 'Take these back' }).click()
  await expect(desk.getByText('There are 3 for that, not 4.')).toBeVisible()
  await desk.keyboard.press('Escape')
  await expectAccessible(desk)

  // Each amount says what made it, and leads to that version in the player.
  await desk.getByRole('button', { name: 'Why? What made what is to be paid' }).click()
  await desk.getByRole('button', { name: /came back: Chipped/ }).click()
  await expect(desk).toHaveURL(new RegExp(`/streams/order/${orderId}`))
  await expect(desk.getByText('Now, at version 8')).toBeVisible()
})

test('what is confirmed is chosen on the board and shipped together', async ({ page }) => {
  const orderIds = await placeOrders(2)
  await page.goto('/orders')
  await signInAsOperator(page)
  await expectAwake(page)
  for (const orderId of orderIds) {
    const confirmed = await page.request.post(`/api/orders/${orderId}/commands`, {
      data: { type: 'ConfirmOrder' },
    })
    expect(confirmed.status()).toBe(200)
  }
  for (const orderId of orderIds) await page.getByLabel(`Choose ${orderNumberOf(orderId)}`).check()
  await expect(page.getByText('2 orders, 8 pieces to ship')).toBeVisible()
  await page.getByRole('button', { name: 'Ship them' }).click()
  await expect(page.getByText('2 orders shipped')).toBeVisible()
  for (const orderId of orderIds) {
    await expect(page.getByRole('listitem').filter({ hasText: orderNumberOf(orderId) })).toContainText(
      'Shipped',
    )
  }
  await expectAccessible(page)

  // By its number, however it is typed.
  await page.getByLabel('Order number').fill('h-none')
  await page.getByRole('button', { name: 'Open the order' }).click()
  await expect(page.getByText('There is no order of this number.')).toBeVisible()
  const [orderId = ''] = orderIds
  await page.getByLabel('Order number').fill(orderNumberOf(orderId).toLowerCase())
  await page.getByRole('button', { name: 'Open the order' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${orderId}$`))
})
