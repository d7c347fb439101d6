import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, fillCart, shopOn, test } from './support/story'

/** A page of the shop with an event open. */
const inspectingOn = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Event', exact: true })
  const sheet = page.getByRole('dialog', { name: /^Event \d/ })
  return {
    ...shopOn(page),
    panel,
    sheet,
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    rows: page.getByRole('list', { name: 'Causes, each with what it led to' }),
    expectEvent: (version: number) =>
      expect(panel.getByRole('heading', { name: `Event ${version}`, exact: true })).toBeVisible(),
  }
}

/** Restores the cart of version 5: three events of one command. */
const restore = async (page: Page) => {
  const { cart, expectHead } = shopOn(page)
  await page.goto('/?v=3')
  await cart.getByRole('button', { name: 'Bring the cart back to this version' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Back to version 3' }).click()
  await expectHead(8)
}

test.beforeEach(({ page }) => fillCart(page))

test('an address opens an event: what happened, what it changed, what it says', async ({ page }) => {
  const { panel, tab, expectEvent } = inspectingOn(page)
  await page.goto('/?e=4')
  await expectEvent(4)
  await expect(panel).toContainText('1 x Ceramic Mug added')
  await expect(panel).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
  await expect(panel).toContainText('by guest')
  await expect(panel).toContainText('Version 3 → 4')
  await expect(panel.getByRole('list', { name: 'Changes' })).toContainText('Ceramic Mug: 1 → 2')
  await panel.getByRole('button', { name: 'Structure' }).click()
  await expect(panel.getByRole('list', { name: 'Differences' })).toContainText('].quantity')

  await tab('Data').click()
  await expect(page).toHaveURL(/tab=data/)
  await expect(panel.getByRole('region', { name: 'As written and read' })).toContainText('quantity 1')
  await page.reload()
  await expect(panel.getByRole('region', { name: 'As written and read' })).toContainText('unitPrice$15.99')
})

test('its neighbours are a button or an arrow away, and the cart of then is one click', async ({ page }) => {
  const { panel, cart, expectEvent, expectVersion } = inspectingOn(page)
  await page.goto('/?e=4')
  await panel.getByRole('button', { name: 'Next event' }).click()
  await expectEvent(5)
  await expect(page).toHaveURL(/e=5/)
  await expect(panel.getByRole('button', { name: 'Next event' })).toBeDisabled()
  await panel.getByRole('button', { name: 'Previous event' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expectEvent(4)
  await page.keyboard.press('ArrowLeft')
  await expectEvent(3)
  await expect(panel).toContainText('1 x Wireless Headphones added')

  await panel.getByRole('button', { name: 'See the cart at version 3' }).click()
  await expect(panel).toBeHidden()
  await expect(cart).toBeVisible()
  await expectVersion(3)
  await expect(page).not.toHaveURL(/[?&](e|tab)=/)
})

test('however far one steps from event to event, Back leads to before it was opened', async ({ page }) => {
  const { panel, cart, expectEvent } = inspectingOn(page)
  await page.keyboard.press('i')
  await expectEvent(5)
  await panel.getByRole('button', { name: 'Previous event' }).click()
  await expectEvent(4)
  await page.keyboard.press('ArrowLeft')
  await expectEvent(3)
  await expect(page).toHaveURL(/e=3/)
  await page.goBack()
  await expect(panel).toBeHidden()
  await expect(cart).toBeVisible()
  await page.goForward()
  await expectEvent(3)
})

test('the hash is made anew in the browser, and says plainly whether it holds', async ({ page }) => {
  const { panel } = inspectingOn(page)
  await page.goto('/?e=3&tab=record')
  const hash = panel.getByRole('region', { name: 'Hash' })
  await expect(hash).toContainText('Hash of event 2')
  await hash.getByRole('button', { name: 'Verify' }).click()
  await expect(hash.getByRole('status', { name: 'Verdict' })).toHaveText('Verified: event and chain match.')

  await panel.getByRole('button', { name: 'Next event' }).click()
  await expect(hash.getByRole('status', { name: 'Verdict' })).not.toContainText('Verified')
})

test('an event that was altered on its way does not match', async ({ page }) => {
  const { panel } = inspectingOn(page)
  await page.addInitScript(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle)
    crypto.subtle.digest = async (algorithm, data) => {
      const text = new TextDecoder().decode(data as ArrayBuffer)
      return digest(algorithm, new TextEncoder().encode(text.replace('"quantity":1', '"quantity":9')))
    }
  })
  await page.goto('/?e=3&tab=record')
  await panel.getByRole('button', { name: 'Verify' }).click()
  await expect(panel.getByRole('status', { name: 'Verdict' })).toContainText('Does not match')
})

test('a story is walked by keyboard from what a command made to what else it made', async ({ page }) => {
  const { panel, rows, expectEvent } = inspectingOn(page)
  await restore(page)
  await page.goto('/?e=8&tab=story')
  await expect(panel).toContainText('3 events in 1 stream')
  await expect(rows.getByRole('listitem').first()).toContainText('The command “Restore cart”')
  const here = rows.getByRole('button', { name: /Cart restored .this event/ })
  await here.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expectEvent(7)
  await expect(rows.getByRole('button', { name: /this event/ })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expectEvent(6)
})

test('it is copied as JSON, as curl, and as a test', async ({ page, context }) => {
  const { panel } = inspectingOn(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/?e=4')
  const copied = async (name: string) => {
    await panel.getByRole('button', { name: 'Copy event as' }).click()
    await page.getByRole('menuitem', { name: `Copy as ${name}` }).click()
    await expect(page.getByText(`Event 4 copied as ${name}.`)).toBeVisible()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(JSON.parse(await copied('JSON'))).toMatchObject({ type: 'ItemAdded', version: 4 })
  expect(await copied('curl')).toMatch(
    /^curl -H "authorization: Bearer \$HINDSIGHT_KEY" 'http:\/\/localhost:\d+\/api\/carts\/[^/]+\/events\?after=3&limit=1'$/,
  )
  const text = await copied('Test')
  expect(text).toContain("import { given } from '../../kit/testing/given'")
  expect(text).toContain("type: 'AddItem'")
})

test('Escape closes what is open: the menu first, then the event', async ({ page }) => {
  const { panel, cart } = inspectingOn(page)
  await page.goto('/?e=4&tab=record')
  await panel.getByRole('button', { name: 'Copy event as' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(cart).toBeVisible()
})

test('on a narrow screen it is a sheet from below', async ({ page }) => {
  const { sheet, tab } = inspectingOn(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/?e=4')
  await expect(sheet).toContainText('1 x Ceramic Mug added')
  await sheet.getByRole('button', { name: 'Next event' }).click()
  await expect(sheet).toContainText('1 x Wireless Headphones removed')
  await tab('Record').click()
  await expect(sheet.getByRole('button', { name: 'Verify' })).toBeVisible()
  for (let presses = 0; presses < 30; presses++) await page.keyboard.press('Tab')
  await expect(sheet.locator(':focus')).toHaveCount(1)
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(scrolls, 'scrolls sideways').toBe(false)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page).not.toHaveURL(/[?&](e|tab)=/)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in an event: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    for (const tab of ['change', 'data', 'story', 'record']) {
      await page.goto(`/?e=4&tab=${tab}`)
      await expect(page.getByRole('tabpanel')).toContainText(/\w/)
      await expectAccessible(page)
    }
  })
}
