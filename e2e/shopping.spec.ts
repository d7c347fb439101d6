import type { BrowserContext, Page, Request } from '@playwright/test'
import { fillInCheckout } from './support/checkout'
import { expect, expectAllSent, shopOn, test } from './support/story'

const isCommand = (request: Request): boolean =>
  request.method() === 'POST' && request.headers()['next-action'] !== undefined

/** A second browser of the same guest: another profile with the same session. */
const secondBrowser = async (page: Page): Promise<{ context: BrowserContext; page: Page }> => {
  const browser = page.context().browser()
  if (!browser) throw new Error('No browser')
  const context = await browser.newContext({ storageState: await page.context().storageState() })
  return { context, page: await context.newPage() }
}

test('a guest shops with two browsers open on the same cart', async ({ page }) => {
  await page.goto('/')
  const here = shopOn(page)
  await here.add('Ceramic Mug')
  await here.expectHead(2)

  const second = await secondBrowser(page)
  await second.page.goto(page.url())
  const there = shopOn(second.page)
  await there.expectHead(2)

  await here.add('Wireless Headphones')
  await there.expectHead(3)
  await expect(there.cart).toContainText('Wireless Headphones')

  await there.increase('Ceramic Mug').click()
  await here.expectHead(4)
  await there.remove('Wireless Headphones').click()
  await here.expectHead(5)

  for (const shop of [here, there]) {
    await expect(shop.cart).toContainText('$31.98')
    await expect(shop.remove('Wireless Headphones')).toHaveCount(0)
    await expect(shop.timeline).toContainText('1 x Wireless Headphones removed')
  }
  await second.context.close()
})

test('a cart begun in one tab shows in the other that was there first', async ({ page, context }) => {
  await page.goto('/')
  const second = await context.newPage()
  await second.goto('/')
  await expect(second.getByRole('button', { name: 'Add Ceramic Mug to cart' })).toBeEnabled()
  await shopOn(page).add('Ceramic Mug')
  await shopOn(second).expectHead(2)
  await expect(shopOn(second).cart).toContainText('Ceramic Mug')
})

test('two new tabs that add at once share one cart', async ({ page, context }) => {
  const second = await context.newPage()
  await Promise.all([page.goto('/'), second.goto('/')])
  const [here, there] = [shopOn(page), shopOn(second)]
  await Promise.all([here.add('Ceramic Mug'), there.add('Wireless Headphones')])
  for (const { cart, expectHead } of [here, there]) {
    await expectHead(3)
    await expect(cart).toContainText('$115.98')
  }
})

test('rapid clicks lose no count and never flicker back', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  const quantity = shop.cart.getByRole('spinbutton')
  await expect(quantity).toHaveValue('1')
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const look = () => {
      const value = document.querySelector<HTMLInputElement>(
        '[role="spinbutton"], input[type="number"], section input',
      )?.value
      if (value && seen.at(-1) !== value) seen.push(value)
      requestAnimationFrame(look)
    }
    look()
  })
  for (let click = 0; click < 8; click++) await shop.increase('Ceramic Mug').click({ delay: 0 })
  await expect(quantity).toHaveValue('9')
  await expectAllSent(page)
  await expect(quantity).toHaveValue('9')
  const seen = (await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).map(Number)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
})

test('twenty clicks within two seconds make at most four commands, and the right count', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  const commands: string[] = []
  page.on('request', (request) => {
    if (isCommand(request)) commands.push(request.postData() ?? '')
  })
  const clicks = [...'++-++-++-++-++-++-++'].map((sign) => (sign === '+' ? 'Increase' : 'Decrease'))
  const seconds = await page.evaluate(async (clicks) => {
    const started = performance.now()
    for (const [nth, click] of clicks.entries()) {
      const due = started + nth * 100 - performance.now()
      await new Promise((resolve) => setTimeout(resolve, due))
      document.querySelector<HTMLElement>(`[aria-label="${click} quantity of Ceramic Mug"]`)?.click()
    }
    return (performance.now() - started) / 1_000
  }, clicks)
  await expect(shop.cart.getByRole('spinbutton')).toHaveValue('9')
  await expectAllSent(page)
  expect(commands.length).toBeGreaterThan(0)
  // Four for two seconds; a machine that is busy takes longer.
  expect(commands.length).toBeLessThanOrEqual(1 + Math.ceil(Math.max(2, seconds) / 0.7))
  await page.reload()
  await expect(shop.cart.getByRole('spinbutton')).toHaveValue('9')
})

test('a rule that refuses is told clearly, and nothing changes', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  for (let click = 0; click < 9; click++) await shop.increase('Ceramic Mug').click()
  await shop.increase('Ceramic Mug').click()
  await expect(page.getByText(/at most 10/i).first()).toBeVisible()
  await expectAllSent(page)
  await expect(shop.cart.getByRole('spinbutton')).toHaveValue('10')
})

test('checks out, and the next thing added begins a new cart', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.add('Wireless Headphones')
  await shop.expectHead(3)
  await shop.cart.getByRole('button', { name: 'Check out' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Place order' }).click()
  await expect(form.getByLabel('Street')).toHaveAttribute('aria-invalid', 'true')
  await expect(form).toBeVisible()

  await fillInCheckout(form)
  await form.getByRole('button', { name: 'Place order' }).click()

  await shop.expectHead(4)
  await expect(shop.cart).toContainText('$115.98')
  await expect(shop.timeline).toContainText('CartCheckedOut')
  await expect(shop.increase('Ceramic Mug')).toHaveCount(0)

  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  await expect(shop.cart).toContainText('$15.99')
  await page.reload()
  await shop.expectHead(2)
})

const abandon = async (page: Page, reason: string): Promise<void> => {
  await shopOn(page)
    .cart.getByRole('button', { name: /Abandon/ })
    .click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog
    .getByLabel(/reason|why/i)
    .first()
    .fill(reason)
  await dialog.getByRole('button', { name: /Abandon/ }).click()
}

test('abandons a cart for a reason', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  await abandon(page, 'Found it in the cupboard')
  await shop.expectHead(3)
  await expect(shop.timeline).toContainText('Found it in the cupboard')
})

test('a paused timeline holds its own cart; the next one’s goes on', async ({ page }) => {
  await page.goto('/')
  const shop = shopOn(page)
  const rows = shop.timeline.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem')
  const pause = shop.timeline.getByRole('button', { name: 'Pause the timeline' })
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  await pause.click()
  await abandon(page, 'Found it in the cupboard')
  await shop.expectHead(3)
  await expect(pause).toHaveText('1 waiting')
  await expect(rows).toHaveCount(2)

  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  await shop.increase('Ceramic Mug').click()
  await shop.expectHead(3)
  await expect(pause).toHaveAttribute('aria-pressed', 'false')
  await expect(rows).toHaveCount(3)
})
