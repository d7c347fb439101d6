import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { neverQuiet } from './support/never-quiet'
import { expect, expectThere, fillCart, shopOn, test } from './support/story'

/** In bytes, gzipped. A ratchet: what makes a first visit smaller may lower it. */
const mostJavaScript = 155_000

/** Lets no script come to the page until it is told to. */
const holdScripts = async (page: Page): Promise<() => void> => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** An event of a full cart with its hash, drawn by the server; its code comes when `release` says so. */
const openHashHeld = async (page: Page) => {
  await fillCart(page)
  const release = await holdScripts(page)
  await page.goto('/?e=3&tab=record', { waitUntil: 'commit' })
  const hash = page.getByRole('region', { name: 'Hash' })
  return {
    release,
    verify: hash.getByRole('button', { name: 'Verify' }),
    expectVerified: () =>
      expect(hash.getByRole('status', { name: 'Verdict' })).toHaveText('Verified: event and chain match.'),
  }
}

test('a first visit loads no more code than it takes to show the shop', async ({ page }) => {
  await neverQuiet(page)
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  // It rests there, and the page may be told so.
  await page.mouse.move(300, 300)
  await page.goto('/', { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script, { level: 9 }).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostJavaScript)
})

test('the rest comes by itself once the page is quiet', async ({ page }) => {
  await page.goto('/')
  await expectThere(page)
})

test('what is pressed before any code is there is done when it comes, in order', async ({ page }) => {
  const { cart, add } = shopOn(page)
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'More of Ceramic Mug to add' }).click()
  await page.getByRole('button', { name: 'More of Ceramic Mug to add' }).click()
  await add('Ceramic Mug')
  await add('Canvas Backpack')
  await expect(cart.getByText('Canvas Backpack')).toHaveCount(0)
  release()
  await expect(cart.getByRole('spinbutton', { name: 'Quantity of Ceramic Mug' })).toHaveValue('3')
  await expect(cart.getByRole('spinbutton', { name: 'Quantity of Canvas Backpack' })).toHaveValue('1')
})

test('what is pressed while that is done is done after it', async ({ page }) => {
  const { add, timeline, expectHead } = shopOn(page)
  // Each of them is done in a task of its own: none begins before it is told to.
  await page.addInitScript(() => {
    const set = window.setTimeout.bind(window)
    let goOn = () => {}
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const hold = (task: () => void, ms?: number) =>
      ms === undefined ? void mayGoOn.then(() => set(task)) : set(task, ms)
    Object.assign(window, { setTimeout: hold, goOn })
  })
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await add('Ceramic Mug')
  release()
  await expect(page.locator('[data-asleep=island],[data-asleep=ready]')).toHaveCount(0)
  await add('Canvas Backpack')
  await page.evaluate('goOn()')
  await expectHead(3)
  await expect(timeline.getByRole('list', { name: 'Events, newest first' })).toHaveText(
    /Canvas Backpack added.*Ceramic Mug added/,
  )
})

test('what is pressed in a cart before its code is there is done when it comes', async ({ page }) => {
  const { cart, increase } = shopOn(page)
  await fillCart(page)
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await increase('Ceramic Mug').click()
  release()
  await expect(cart.getByRole('spinbutton', { name: 'Quantity of Ceramic Mug' })).toHaveValue('3')
})

test('what is pressed in a panel before its code is there is done when it comes', async ({ page }) => {
  const { release, verify, expectVerified } = await openHashHeld(page)
  await verify.click()
  await page.getByRole('button', { name: 'Copy event as' }).click()
  release()
  await expect(page.getByRole('menuitem', { name: 'Copy as JSON' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectVerified()
})

test('what is drawn anew while it is pressed is pressed all the same', async ({ page }) => {
  const { release, verify, expectVerified } = await openHashHeld(page)
  await verify.hover()
  await page.mouse.down()
  await verify.evaluate((button) => button.replaceWith(button.cloneNode(true)))
  await page.mouse.up()
  release()
  await expectVerified()
})

test('what is pressed in a shop that is drawn anew as a whole is done to the new one', async ({ page }) => {
  await neverQuiet(page)
  await page.goto('/', { waitUntil: 'networkidle' })
  const drawn = await page.getByRole('main').elementHandle()
  const release = await holdScripts(page)
  await shopOn(page).add('Ceramic Mug')
  // It isn't taken over as it was drawn when what it stands in has changed.
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveClass(/dark/)
  release()
  await shopOn(page).expectHead(2)
  expect(await drawn?.evaluate((main) => main.isConnected)).toBe(false)
})

test('what is typed before any code is there is searched for when it comes', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  const field = page.getByRole('searchbox', { name: 'Search products' })
  await field.pressSequentially('mu')
  release()
  await expect(page.getByRole('button', { name: /^Add .* to cart$/ })).toHaveCount(1)
  await expect(field).toHaveValue('mu')
  await expect(field).toBeFocused()
})

test('a key pressed before any code is there is done when it comes', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('?')
  release()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a cart begun in another tab meanwhile shows when the code comes', async ({ page, context }) => {
  const other = await context.newPage()
  const release = await holdScripts(other)
  await other.goto('/', { waitUntil: 'commit' })
  await other.getByRole('heading', { level: 1 }).waitFor()
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  release()
  await shopOn(other).expectHead(2)
  await expect(shopOn(other).cart).toContainText('Ceramic Mug')
})

test('who loses the network before the code is there loses nothing they press', async ({ page, context }) => {
  await page.goto('/')
  await context.setOffline(true)
  await shopOn(page).add('Ceramic Mug')
  await context.setOffline(false)
  await shopOn(page).expectHead(2)
})
