import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { fillInCheckout } from '../e2e/support/checkout'
import { startShop } from '../e2e/support/shop-server'
import { findBrowser } from './browser'
import { ensureBuilt, ensureGenerated } from './prepare'

const folder = fileURLToPath(new URL('../docs/tour', import.meta.url))

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Waits until the slider's head is there, and toasts are gone. */
const settled = async (page: Page, head: number) => {
  await page
    .locator(`[role=slider][aria-valuemax="${head}"], input[aria-valuemax="${head}"]`)
    .first()
    .waitFor()
  await page.waitForFunction(() => !document.querySelector('[data-sonner-toast]'))
}

const add = (page: Page, product: string) =>
  page.getByRole('button', { name: `Add ${product} to cart` }).click()

const shoot = (page: Page, name: string) => page.screenshot({ path: `${folder}/${name}.png` })

ensureGenerated()
ensureBuilt()
mkdirSync(folder, { recursive: true })
const shop = await startShop()
const browser = await chromium.launch({ executablePath: findBrowser() })
try {
  const guest = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' })
  const page = await guest.newPage()
  await page.goto(shop.url)
  for (const product of ['Wireless Headphones', 'Ceramic Mug', 'Canvas Backpack']) await add(page, product)
  // What follows at once would be gathered with it.
  await settled(page, 4)
  const cart = page.getByRole('region', { name: 'Cart', exact: true })
  await cart.getByRole('button', { name: 'Increase quantity of Ceramic Mug' }).click()
  await cart.getByRole('button', { name: 'Remove Canvas Backpack' }).click()
  await add(page, 'Cedar Candle')
  await settled(page, 7)
  await page.evaluate(() => window.scrollTo(0, 0))
  await shoot(page, 'shop')

  await page.goto(`${shop.url}/?v=5`)
  await settled(page, 7)
  await shoot(page, 'past')

  await page.goto(shop.url)
  await settled(page, 7)
  await cart.getByRole('button', { name: 'Check out' }).click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await shoot(page, 'checkout')

  const staff = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', colorScheme: 'dark' })
  const desk = await staff.newPage()
  await desk.goto(`${shop.url}/sign-in?next=/carts`)
  await desk.getByLabel(/mail/i).fill(shop.operator.email)
  await desk.getByLabel(/password/i).fill(shop.operator.password)
  await desk.getByRole('button', { name: /sign in/i }).click()
  await desk.waitForURL(`${shop.url}/carts`)
  await desk.locator('main a[href^="/carts/"]').first().waitFor()
  await shoot(desk, 'carts')
  await desk.locator('main a[href^="/carts/"]').first().click()
  await settled(desk, 7)
  await shoot(desk, 'staff-cart')
  const address = desk.url()
  await desk.goto(`${address}?v=5&e=5`)
  await desk.locator('[data-connection=live]').waitFor()
  await desk.getByRole('region', { name: 'Event', exact: true }).getByText('→').first().waitFor()
  await shoot(desk, 'event')
  await desk.goto(`${address}?panel=what-if&v=1`)
  await desk.getByRole('checkbox', { name: /^Step 2 happens/ }).uncheck()
  await desk.getByRole('region', { name: 'What if' }).getByRole('slider').press('End')
  await shoot(desk, 'what-if')

  const phone = await browser.newContext({
    viewport: narrow,
    reducedMotion: 'reduce',
    storageState: await guest.storageState(),
  })
  const small = await phone.newPage()
  await small.goto(shop.url)
  await small.getByRole('button', { name: 'Add Ceramic Mug to cart' }).waitFor()
  await shoot(small, 'phone')

  // Credit is given to customers: the guest becomes one, with their cart.
  await page.goto(`${shop.url}/sign-up`)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill('a password of this tour')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await desk.goto(`${shop.url}/outbox?to=ada@example.com`)
  await desk.locator('main a[href^="/outbox/"]').first().click()
  const link = await desk.locator('main a[href*="/sign-up/finish#"]').getAttribute('href')
  await page.goto(link ?? '')
  await page.getByRole('button', { name: 'Finish signing up' }).click()
  await page.getByRole('link', { name: 'Your account' }).waitFor()
  await desk.goto(address)
  await desk.getByRole('link', { name: 'Give credit for this' }).click()
  for (const [amount, why] of [
    ['5.00', 'The candle came cracked'],
    ['2.50', 'And late'],
  ] as const) {
    await desk.getByLabel('Amount').fill(amount)
    await desk.getByLabel('What for').fill(why)
    await desk.getByRole('button', { name: 'Give credit' }).click()
    await desk.getByRole('status').filter({ hasText: amount }).waitFor()
  }
  await desk.getByRole('link', { name: 'See the story' }).click()
  await desk.getByRole('tabpanel').getByText('$7.50').waitFor()
  await desk.getByRole('slider', { name: 'Needle' }).press('ArrowLeft')
  await desk.getByRole('tabpanel').getByText('$5.00').waitFor()
  await desk.locator('[data-connection]').waitFor()
  await shoot(desk, 'story')

  await page.goto(shop.url)
  await cart.getByRole('button', { name: 'Check out' }).click()
  await fillInCheckout(page.getByRole('dialog', { name: 'Check out' }))
  await page.getByRole('button', { name: 'Place order' }).click()
  await cart.getByRole('link', { name: 'among your orders' }).click()
  await page.waitForURL(/\/account\/orders\/./)
  const orderId = new URL(page.url()).pathname.split('/').at(-1)
  await desk.goto(`${shop.url}/orders/${orderId}`)
  const payments = desk.getByRole('list', { name: 'Payments' })
  await payments.waitFor()
  const shipped = {
    type: 'ShipOrder',
    lines: [{ lineId: '1', quantity: 1 }],
    carrier: 'UPS',
    trackingNumber: '1Z 999',
  }
  for (const data of [{ type: 'ConfirmOrder' }, shipped]) {
    const answer = await desk.request.post(`${shop.url}/api/orders/${orderId}/commands`, { data })
    if (!answer.ok()) throw new Error(await answer.text())
  }
  await desk.getByText('Partly shipped').first().waitFor()
  await payments.getByText('received').waitFor()
  await shoot(desk, 'order')
} finally {
  await browser.close()
  await shop.remove()
}
