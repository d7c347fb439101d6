import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, fillCart, shopOn, test } from './support/story'

/** A page of the shop with all that looks for something among a cart's events. */
const scanOn = (page: Page) => {
  const shop = shopOn(page)
  const { timeline } = shop
  const panel = page.getByRole('region', { name: 'When', exact: true })
  return {
    ...shop,
    panel,
    field: timeline.getByRole('textbox', { name: 'Filter events' }),
    openFilter: () => timeline.getByRole('button', { name: 'Filter', exact: true }).click(),
    rows: timeline.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem'),
    chip: (name: string) => timeline.getByRole('list', { name: 'Filters' }).getByRole('button', { name }),
    condition: panel.getByRole('textbox', { name: 'When did this become true?' }),
    turns: panel.getByRole('list', { name: 'Turns, newest first' }).getByRole('listitem'),
    stops: panel.getByRole('region', { name: 'Breakpoints' }),
  }
}

test.beforeEach(({ page }) => fillCart(page))

test('a filter shows what matches, says how many of all, marks it, and is in the address', async ({
  page,
}) => {
  const { timeline, field, rows, expectHead, openFilter } = scanOn(page)
  await openFilter()
  const scan = page.waitForResponse(/\/scan\?after=0$/)
  await field.fill('type:itemadded mug')
  expect((await scan).headers()['content-encoding']).toBe('gzip')
  await expect(rows).toHaveCount(2)
  await expect(timeline).toContainText('2 of 5')
  await expect(rows.first().locator('mark')).toHaveText('Mug')
  await expect(page).toHaveURL(/f=type/)

  await page.reload()
  await expect(field).toHaveValue('type:itemadded mug')
  await expect(rows).toHaveCount(2)
  await shopOn(page).increase('Ceramic Mug').click()
  await expectHead(6)
  await expect(timeline).toContainText('3 of 6')
  await expect(rows.first()).toContainText('6')

  await timeline.getByRole('button', { name: 'Show all events' }).click()
  await expect(rows).toHaveCount(6)
  await expect(page).not.toHaveURL(/f=/)
})

test('a product is found by its name where an event only has its id', async ({ page }) => {
  const { field, rows, openFilter } = scanOn(page)
  await openFilter()
  await field.fill('product:headphones')
  await expect(rows).toHaveText([/1 x Wireless Headphones removed/, /1 x Wireless Headphones added/])
})

test('a piece of a filter can be turned round and taken away', async ({ page }) => {
  const { field, rows, chip } = scanOn(page)
  await page.goto('/?f=type:ItemAdded+mug')
  await expect(rows).toHaveCount(2)
  await chip('Not mug').click()
  await expect(field).toHaveValue('type:ItemAdded -mug')
  await expect(rows).toHaveText([/Wireless Headphones/])
  await chip('Remove type:ItemAdded').click()
  await expect(field).toHaveValue('-mug')
  await expect(rows).toHaveCount(3)
})

test('what makes no sense is told, and what was shown stays', async ({ page }) => {
  const { timeline, field, rows, openFilter } = scanOn(page)
  await openFilter()
  await field.fill('type:ItemRemoved')
  await expect(rows).toHaveCount(1)
  await field.fill('type:ItemRemoved typ:x')
  await expect(timeline).toContainText('There is no “typ:”')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(rows).toHaveCount(1)
})

test('a filter is saved by name, and is there again after a reload', async ({ page }) => {
  const { timeline, field, rows, openFilter } = scanOn(page)
  await openFilter()
  const menu = timeline.getByRole('button', { name: 'Saved filters and help' })
  await field.fill('-type:ItemAdded')
  await expect(rows).toHaveCount(2)
  await menu.click()
  await page.getByRole('textbox', { name: 'Name of this filter' }).fill('All but additions')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.goto('/')
  await expect(rows).toHaveCount(5)
  await openFilter()
  await menu.click()
  await page.getByRole('button', { name: 'All but additions -type:ItemAdded' }).click()
  await expect(field).toHaveValue('-type:ItemAdded')
  await expect(rows).toHaveCount(2)
  await menu.click()
  await page.getByRole('button', { name: 'Remove All but additions' }).click()
  await expect(page.getByRole('list', { name: 'Saved filters' }).getByRole('listitem')).toHaveCount(0)
})

test('a condition tells when it turned true and false, and leads there', async ({ page }) => {
  const { panel, condition, turns, expectVersion } = scanOn(page)
  await page.goto('/?panel=when&when=total+%3E+50')
  await expect(turns).toHaveText([
    /5.*Became false.*until now.*ItemRemoved/,
    /3.*Became true.*for 2 versions/,
  ])
  await expect(panel).toContainText('Turned 2 times; false at version 5')
  await turns.last().getByRole('button').click()
  await expectVersion(3)
  await expect(panel).toContainText('true at version 3')

  await condition.fill('quantity("Ceramic Mug") >= 2 and not has(chair)')
  await expect(turns).toHaveText([/4.*Became true/])
  await condition.fill('total > 1000')
  await expect(panel).toContainText('Never true')
  await condition.fill('total > mug')
  await expect(panel).toContainText('Here should stand a number.')
  await panel
    .getByRole('list', { name: 'Ready conditions' })
    .getByRole('button', { name: 'It is empty' })
    .click()
  await expect(condition).toHaveValue('lines = 0')
  await expect(turns).toHaveText([/2.*Became false/])
})

test('turns go on with the cart', async ({ page, context }) => {
  const { panel, turns } = scanOn(page)
  await page.goto('/?panel=when&when=count+%3E%3D+3')
  await expect(turns).toHaveCount(2)
  const second = await context.newPage()
  await second.goto('/')
  await shopOn(second).increase('Ceramic Mug').click()
  await expect(turns.first()).toContainText('Became true')
  await expect(panel).toContainText('true at version 6')
})

test('breakpoints of each kind are stops, one after the other, and are kept', async ({ page }) => {
  const { panel, stops, expectVersion } = scanOn(page)
  await page.goto('/?panel=when&when=total+%3E+50&v=1')
  await panel.getByRole('button', { name: 'Stop playback there' }).click()
  await expect(panel.getByRole('button', { name: 'Playback stops there' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(stops).toContainText('at 1')
  const all = stops.getByRole('button', { name: /^Playback stops/ })
  await all.click()
  await stops.getByRole('combobox', { name: 'Stop at each' }).selectOption('ItemRemoved')
  await expect(stops).toContainText('at 2')
  await stops.getByRole('textbox', { name: 'Stop when this changes' }).fill('quantity("Ceramic Mug")')
  await stops.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(stops).toContainText('at 4')

  const next = stops.getByRole('button', { name: 'Next stop' })
  for (const version of [2, 3, 4, 5]) {
    await next.click()
    await expectVersion(version)
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await stops.getByRole('checkbox', { name: /quantity/ }).uncheck()
  await expect(stops).toContainText('at 2')
  await page.reload()
  await all.click()
  await expect(stops.getByRole('listitem')).toHaveCount(3)
  await stops.getByRole('button', { name: 'Previous stop' }).click()
  await expectVersion(3)
})

test('events that can not be read are told, and read on a second try', async ({ page }) => {
  const { timeline, field, rows, openFilter } = scanOn(page)
  await openFilter()
  let isDown = true
  await page.route('**/scan?**', (route) =>
    isDown ? route.fulfill({ status: 503, body: '{}' }) : route.continue(),
  )
  await field.fill('mug')
  await expect(timeline.getByRole('alert')).toContainText('The server can’t answer now')
  await expect(rows).toHaveCount(5)
  isDown = false
  await timeline.getByRole('button', { name: 'Try again' }).click()
  await expect(rows).toHaveCount(2)
  await expect(timeline.getByRole('alert')).toBeHidden()
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in a scan: ${width} px`, async ({ page }) => {
    const { panel, turns, field } = scanOn(page)
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/?panel=when&when=total+%3E+50')
    await expect(turns).toHaveCount(2)
    await panel.getByRole('button', { name: 'Stop playback there' }).click()
    await expectAccessible(page, { include: ['[aria-label="When"]'] })
    await page.goto('/?f=mug+-type:ItemRemoved')
    const views = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Timeline' })
    if (await views.isVisible()) await views.click()
    await expect(field).toBeVisible()
    await expectAccessible(page, { include: ['[aria-label="Event timeline"]'] })
  })
}
