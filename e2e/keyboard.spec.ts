import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, expectAwake, fillCart, shopOn, test } from './support/story'

/** A page of the shop, with what its keys open. */
const deskOn = (page: Page) => {
  const palette = page.getByRole('dialog', { name: 'Commands' })
  const help = page.getByRole('dialog', { name: 'Keyboard' })
  return {
    ...shopOn(page),
    palette,
    help,
    find: palette.getByRole('combobox', { name: 'Find a command' }),
    comparison: page.getByRole('region', { name: 'Comparison' }),
    characters: help.getByRole('checkbox', { name: /^Letters, signs and Space/ }),
    keyOf: (command: string, key: string) =>
      help.getByRole('button', { name: `${command}: change ${key}`, exact: true }),
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    },
  }
}

test.beforeEach(({ page }) => fillCart(page))

test('J and K walk the events, L returns to live', async ({ page }) => {
  const { expectVersion, press } = deskOn(page)
  await press('j', 'j', 'j')
  await expectVersion(2)
  await press('k')
  await expectVersion(3)
  await press('Shift+ArrowLeft')
  await expectVersion(0)
  await press('l')
  await expectVersion(5)
})

test('Space plays and pauses at the desk; a button has it for itself', async ({ page }) => {
  const { slider, expectVersion, press } = deskOn(page)
  await slider.focus()
  await press('Space')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect(slider).not.toHaveAttribute('aria-valuenow', '5')
  await press('Space')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await press('l')
  await page.getByRole('button', { name: 'Previous event' }).focus()
  await press('Space')
  await expectVersion(4)
})

test('brackets lead through the changes of the chosen line', async ({ page }) => {
  const { increase, expectVersion, press } = deskOn(page)
  await increase('Ceramic Mug').focus()
  await press('[')
  await expectVersion(4)
  await press('[')
  await expectVersion(2)
  await press(']')
  await expectVersion(4)
})

test('C compares, D tells it another way, C ends it', async ({ page }) => {
  const { comparison, press } = deskOn(page)
  await press('c')
  await expect(comparison.getByRole('tab', { name: 'In words' })).toHaveAttribute('aria-selected', 'true')
  await press('d')
  await expect(comparison.getByRole('tab', { name: 'Structure' })).toHaveAttribute('aria-selected', 'true')
  await press('c')
  await expect(comparison).toBeHidden()
})

test('a slash leads to the filter, where keys are typed', async ({ page }) => {
  const { timeline, expectVersion, press } = deskOn(page)
  await press('/')
  const field = timeline.locator('input:focus')
  await expect(field).toBeVisible()
  await press('j', 'c', 'Space', 'l')
  await expect(field).toHaveValue('jc l')
  await expectVersion(5)
})

test('the palette finds commands and versions, and gives the focus back', async ({ page }) => {
  const { palette, find, cart, expectVersion, press } = deskOn(page)
  const undo = cart.getByRole('button', { name: 'Undo' })
  await undo.focus()
  await press('ControlOrMeta+k')
  await expect(find).toBeFocused()
  await page.keyboard.type('prev ev')
  await expect(palette.getByRole('option').first()).toHaveText(/^Previous event/)
  await press('Enter')
  await expectVersion(4)
  await expect(palette).toBeHidden()

  await press('ControlOrMeta+k')
  await expect(find).toHaveValue('')
  await page.keyboard.type('2')
  await expect(palette.getByRole('option')).toHaveText(['Go to version 2 of 5'])
  await press('Enter')
  await expectVersion(2)

  const button = page.getByRole('button', { name: 'All commands' })
  await button.click()
  await expect(find).toBeFocused()
  await press('Tab')
  await expect(palette.getByRole('button', { name: 'Close' })).toBeFocused()
  await press('Escape')
  await expect(palette).toBeHidden()
  await expect(button).toBeFocused()
  await expectVersion(2)
})

test('a key is changed by pressing another, taken only when asked twice, and kept', async ({ page }) => {
  const { help, keyOf, comparison, expectVersion, press } = deskOn(page)
  await press('?')
  await keyOf('Compare two versions', 'C').click()
  await press('k')
  await expect(help.getByRole('status')).toHaveText(/K is “Next event”/)
  await press('x')
  await expect(keyOf('Compare two versions', 'X')).toBeFocused()
  await keyOf('Previous event', 'J').press('Enter')
  await press('k', 'k')
  await expect(keyOf('Previous event', 'K')).toBeFocused()
  await help.getByRole('button', { name: 'Previous event: add a key' }).press('Enter')
  await press('Escape')
  await expect(help).toBeVisible()
  await press('Escape')
  await expect(help).toBeHidden()

  await page.reload()
  await expectAwake(page)
  await press('c', 'j')
  await expectVersion(5)
  await expect(comparison).toBeHidden()
  await expect(async () => {
    await press('k')
    await expectVersion(4)
  }).toPass({ intervals: [1_000] })
  await press('x')
  await expect(comparison).toBeVisible()

  await press('?')
  await help.getByRole('button', { name: 'Reset all keys' }).click()
  await expect(keyOf('Next event', 'K')).toBeVisible()
})

test('keys that type a character can be switched off, in all tabs; the others stay', async ({
  page,
  context,
}) => {
  const { help, characters, comparison, palette, slider, expectVersion, press } = deskOn(page)
  const other = await context.newPage()
  await other.goto('/')
  await expectAwake(other)
  await deskOn(other).expectHead(5)
  await press('?')
  await expect(characters).toBeFocused()
  await press('Space', 'Escape')
  await expect(help).toBeHidden()

  for (const tab of [page, other]) {
    const desk = deskOn(tab)
    await desk.press('c', 'j', '?')
    await desk.press('Shift+ArrowLeft')
    await desk.expectVersion(0)
    await expect(desk.comparison).toBeHidden()
    await expect(desk.help).toBeHidden()
  }
  await slider.focus()
  await press('Home', 'ArrowRight')
  await expectVersion(1)
  await press('ControlOrMeta+k')
  await expect(palette).toBeVisible()
  await page.keyboard.type('keyboard')
  await press('Enter')
  await characters.check()
  await press('Escape')
  await expect(help).toBeHidden()
  await press('c')
  await expect(comparison).toBeVisible()
})

test('what a browser kept and nobody can read is as if it had kept nothing', async ({ page }) => {
  await page.evaluate(() => localStorage.setItem('hindsight-keys', '{"keys":'))
  await page.reload()
  await expectAwake(page)
  const { expectVersion, press } = deskOn(page)
  await expect(async () => {
    await press('Shift+ArrowLeft')
    await expectVersion(0)
  }).toPass({ intervals: [1_000] })
  await press('k')
  await expectVersion(1)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in palette and help: ${width} px`, async ({ page }) => {
    const { palette, help, find, press } = deskOn(page)
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/?v=3')
    const views = page.getByRole('navigation', { name: 'Views' })
    if (width === 390) await views.getByRole('button', { name: /^Cart/ }).click()
    await expectAwake(page)
    await deskOn(page).expectVersion(3)
    const expectFit = () => expectAccessible(page, { include: ['[role=dialog]'] })
    await press('ControlOrMeta+k')
    await expect(palette.getByRole('option').first()).toBeVisible()
    await expectFit()
    await find.fill('qqqq')
    await expect(palette.getByText('Nothing is called that.')).toBeVisible()
    await expectFit()
    await press('Escape')
    await expect(palette).toBeHidden()
    await press('?')
    await help.getByRole('button', { name: 'Next event: change K' }).click()
    await press('j')
    await expect(help.getByRole('status')).toHaveText(/Previous event/)
    await expectFit()
  })
}
