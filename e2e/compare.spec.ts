import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, fillCart, shopOn, test } from './support/story'

/** A page of the shop, with what tells two versions apart. */
const comparingOn = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Comparison' })
  return {
    ...shopOn(page),
    panel,
    button: page.getByRole('button', { name: 'Compare', exact: true }),
    mark: page.getByRole('slider', { name: 'Compared with' }),
    changes: panel.getByRole('list', { name: 'Changes' }).getByRole('listitem'),
    tab: (name: string) => panel.getByRole('tab', { name }),
    expectMark: (version: number) =>
      expect(page.getByRole('slider', { name: 'Compared with' })).toHaveAttribute(
        'aria-valuenow',
        String(version),
      ),
  }
}

test.beforeEach(({ page }) => fillCart(page))

test('an address compares any two versions: in words, in structure, raw', async ({ page }) => {
  const { panel, changes, tab, expectMark, expectVersion } = comparingOn(page)
  await page.goto('/?v=4&c=2')
  await expectVersion(4)
  await expectMark(2)
  await expect(changes).toHaveText([
    /Ceramic Mug: 1 → 2.*\+\$15\.99/,
    /1 x Wireless Headphones added.*\+\$99\.99/,
  ])
  await expect(panel).toContainText('$15.99 → $131.97')
  await expect(panel).toContainText('+$115.98')

  await tab('Structure').click()
  await expect(page).toHaveURL(/diff=structure/)
  const differences = panel.getByRole('list', { name: 'Differences' }).getByRole('listitem')
  await expect(differences.filter({ hasText: '].quantity' })).toContainText('1 → 2')
  await expect(differences.filter({ hasText: 'added' })).toContainText('"productName": "Wireless Headphones"')

  await tab('Raw').click()
  await expect(panel.getByRole('region', { name: 'From version 2 as JSON' })).toContainText('"version": 2')
  await expect(panel.getByRole('region', { name: 'To version 4 as JSON' })).toContainText('"version": 4')
  await page.reload()
  await expect(panel.getByRole('region', { name: 'To version 4 as JSON' })).toBeVisible()
})

test('the button marks the version before, Back and Escape take the mark away', async ({ page }) => {
  const { cart, panel, button, changes, expectMark } = comparingOn(page)
  await button.click()
  await expectMark(4)
  await expect(page).toHaveURL(/c=4/)
  await expect(changes).toHaveText([/1 x Wireless Headphones removed.*−\$99\.99/])
  await page.goBack()
  await expect(panel).toBeHidden()
  await expect(cart).toBeVisible()
  await expect(page).not.toHaveURL(/c=/)

  await button.click()
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(button).toBeFocused()
})

test('both marks move by keyboard, and change places', async ({ page }) => {
  const { panel, button, mark, slider, changes, expectMark, expectVersion } = comparingOn(page)
  await button.focus()
  await page.keyboard.press('Enter')
  await mark.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expectMark(2)
  await expect(mark).toHaveAttribute('aria-valuetext', /^Version 2 of 5, ItemAdded, /)
  await expect(page).toHaveURL(/c=2/)
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expectVersion(4)
  await expect(page).toHaveURL(/v=4/)
  await expect(changes).toHaveCount(2)

  await panel.getByRole('button', { name: 'Swap the versions' }).press('Enter')
  await expectMark(4)
  await expectVersion(2)
  await expect(changes).toHaveText([/Ceramic Mug: 2 → 1/, /1 x Wireless Headphones removed/])
  await page.goBack()
  await expectMark(2)
  await expectVersion(4)

  await panel.getByRole('tab', { name: 'In words' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('list', { name: 'Differences' })).toBeVisible()
  await panel.getByRole('button', { name: 'Close comparison' }).press('Enter')
  await expect(button).toBeFocused()
})

test('alike versions say so, and a live one goes on with the cart', async ({ page, context }) => {
  const { panel, changes, expectHead, expectMark, expectVersion } = comparingOn(page)
  await page.goto('/?v=1&c=0')
  await expect(panel).toContainText('Not created')
  await page.goto('/?v=3&c=3')
  await expect(panel).toContainText('Nothing differs')

  await page.goto('/?c=4')
  await expectVersion(5)
  const second = await context.newPage()
  await second.goto('/')
  await shopOn(second).increase('Ceramic Mug').click()
  await expectHead(6)
  await expectMark(4)
  await expect(changes.filter({ hasText: 'Ceramic Mug: 2 → 3' })).toBeVisible()
})

test('a value says what made it, newest first, and leads there', async ({ page }) => {
  const { cart, expectVersion } = comparingOn(page)
  await page.goto('/?v=4')
  await cart.getByRole('button', { name: 'What made the quantity of Ceramic Mug' }).click()
  const made = page.getByRole('dialog').getByRole('list', { name: 'Events, newest first' })
  await expect(made.getByRole('listitem')).toHaveText([
    /4.*1 x Ceramic Mug added.*guest.*1 → 2/,
    /2.*1 x Ceramic Mug added.*guest.*0 → 1/,
  ])
  await made.getByRole('button').last().click()
  await expectVersion(2)
  await expect(made).toBeHidden()
  await expect(cart.getByRole('heading', { name: 'Cart', exact: true })).toBeFocused()
  await page.goBack()
  await expectVersion(4)

  await page.goto('/')
  await cart.getByRole('button', { name: 'What made the total' }).press('Enter')
  await expect(made.getByRole('listitem')).toHaveCount(4)
  await expect(made.getByRole('listitem').first()).toContainText('$131.97 → $31.98')
  await page.keyboard.press('Escape')
  await expect(made).toBeHidden()
  await expect(cart.getByRole('button', { name: 'What made the total' })).toBeFocused()
})

test('on a phone a comparison is a page of its own, left by its tabs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { panel, timeline, expectMark } = comparingOn(page)
  await page.goto('/?c=2')
  await expectMark(2)
  await expect(panel).toBeVisible()
  await expect(timeline).toBeHidden()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Timeline' }).click()
  await expect(panel).toBeHidden()
  await expect(timeline).toBeVisible()
  await page.goBack()
  await expectMark(2)
})

const parts = (...labels: string[]) => ({ include: labels.map((label) => `[aria-label="${label}"]`) })

for (const width of [1440, 390]) {
  test(`axe finds nothing in a comparison: ${width} px`, async ({ page }) => {
    const { cart, panel, tab } = comparingOn(page)
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/?v=4&c=2')
    for (const view of ['In words', 'Structure', 'Raw']) {
      await tab(view).click()
      await expect(tab(view)).toHaveAttribute('aria-selected', 'true')
      await expectAccessible(page, parts('Comparison', 'Player'))
      await expect(panel).toBeVisible()
    }
    await panel.getByRole('button', { name: 'Close comparison' }).click()
    await cart.getByRole('button', { name: 'What made the total' }).click()
    await expect(page.getByRole('dialog', { name: 'What made the total' })).toBeVisible()
    await expectAccessible(page, parts('Cart', 'What made the total'))
  })
}
