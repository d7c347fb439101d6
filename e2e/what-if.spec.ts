import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, fillCart, shopOn, test } from './support/story'

/** A page of the shop with a branch of its cart: created, a mug, headphones, a mug, no headphones. */
const branchingOn = (page: Page) => {
  const panel = page.getByRole('region', { name: 'What if' })
  const steps = panel.getByRole('list', { name: 'Steps of the branch' })
  const beside = panel.getByRole('region', { name: 'Branch beside truth' })
  const dialog = page.getByRole('dialog')
  return {
    ...shopOn(page),
    panel,
    beside,
    dialog,
    step: (place: number) => steps.getByRole('listitem').nth(place - 1),
    happens: (place: number) => steps.getByRole('checkbox', { name: new RegExp(`^Step ${place} happens`) }),
    tool: (name: string) => panel.getByRole('button', { name, exact: true }),
    open: () => page.getByRole('button', { name: 'What if', exact: true }).click(),
    insert: async (quantity: number) => {
      await panel.getByRole('button', { name: 'Insert', exact: true }).click()
      await dialog.getByLabel('Quantity', { exact: true }).fill(String(quantity))
      await dialog.getByRole('button', { name: 'Take into the branch' }).click()
      await expect(dialog).toBeHidden()
    },
    file: async (text: string, name = 'history.json') => {
      const buffer = Buffer.from(text)
      await panel.getByLabel('History file').setInputFiles({ name, mimeType: 'application/json', buffer })
    },
    saved: async (act: Promise<void>): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), act])
      return readFileSync(await download.path(), 'utf8')
    },
  }
}

test.beforeEach(async ({ page }) => {
  await fillCart(page)
  await branchingOn(page).open()
})

test('an event that is skipped is told beside truth, and nothing of it is stored', async ({ page }) => {
  const { panel, beside, step, happens, tool, expectHead } = branchingOn(page)
  const written: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && written.push(request.url()))
  await expect(panel).toContainText('Nothing here is stored')
  await happens(2).uncheck()
  await expect(step(2)).toContainText('Skipped')
  await tool('In the end $15.99').click()
  await expect(beside.getByRole('list', { name: 'Changes' })).toHaveText(/Ceramic Mug: 2 → 1.*−\$15\.99/)
  await expect(beside).toContainText('$31.98 → $15.99')

  await tool('Undo edit').click()
  await expect(beside).toContainText('Just as it was')
  await tool('Redo edit').click()
  await expect(step(2)).toContainText('Skipped')
  await tool('Start over').click()
  await expect(happens(2)).toBeChecked()
  await expectHead(5)
  expect(written).toEqual([])
})

test('what the rules would refuse is marked with the rule, until it is edited to suit', async ({ page }) => {
  const { beside, dialog, step, insert, tool } = branchingOn(page)
  await step(2)
    .getByRole('button', { name: /Ceramic Mug added/ })
    .click()
  await insert(10)
  await expect(step(3)).toContainText(
    'Refused. At most 10 of Ceramic Mug fit in one cart; that would have made 11.',
  )
  await expect(beside).toContainText('Just as it was')
  await step(3).getByRole('button', { name: 'Edit' }).click()
  await dialog.getByLabel('Quantity', { exact: true }).fill('many')
  await dialog.getByRole('button', { name: 'Take into the branch' }).click()
  await expect(dialog).toContainText('Quantity must be a whole number.')
  await dialog.getByLabel('Quantity', { exact: true }).fill('8')
  await dialog.getByRole('button', { name: 'Take into the branch' }).click()
  await expect(step(3)).not.toContainText('Refused')
  await tool('In the end $159.90').click()
  await expect(beside).toContainText('Ceramic Mug: 2 → 10')
  await step(3)
    .getByRole('button', { name: /8 x Ceramic Mug/ })
    .click()
  await step(3).getByRole('button', { name: 'Take out' }).click()
  await expect(tool('Start over')).toBeDisabled()
})

test('by keyboard: steps are walked, moved and skipped, and undone within the branch', async ({ page }) => {
  const { step, happens, expectHead } = branchingOn(page)
  await step(1)
    .getByRole('button', { name: /Cart created/ })
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(step(2).getByRole('button', { name: /Ceramic Mug added/ })).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(step(1)).toContainText('Refused. There is no cart yet at this point.')
  await expect(step(1).getByRole('button', { name: /Ceramic Mug added/ })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(step(1)).toContainText('Cart created')
  await step(5)
    .getByRole('button', { name: /removed/ })
    .focus()
  await page.keyboard.press('Delete')
  await expect(happens(5)).not.toBeChecked()
  await expectHead(5)
})

test('a branch may begin at any version, and is marked version by version', async ({ page }) => {
  const { panel, step, beside } = branchingOn(page)
  await panel.getByLabel('Branches off after version').fill('3')
  await panel.getByRole('button', { name: 'Start there' }).click()
  await expect(step(1)).toContainText('v4')
  const slider = panel.getByRole('slider', { name: 'Step of the branch' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', 'After step 0 of 2, version 3 of the branch')
  await expect(beside).toContainText('$115.98')
  await panel.getByLabel('Branches off after version').fill('99')
  await panel.getByRole('button', { name: 'Start there' }).click()
  await expect(panel).toContainText('A version from 0 to 5.')
})

test('a branch is saved and opened again; what is no history says why', async ({ page }) => {
  const { panel, dialog, step, happens, tool, file, saved } = branchingOn(page)
  await happens(3).uncheck()
  const text = await saved(tool('Save').click())
  expect(JSON.parse(text)).toMatchObject({ format: 'hindsight-history', told: 'branch' })
  await file(text, 'saved.json')
  await expect(panel).toContainText('Out of saved.json')
  await expect(step(3)).toContainText('1 x Ceramic Mug added')
  await expect(step(4)).toBeHidden()

  for (const [bad, why] of [
    ['{', 'This file isn’t JSON.'],
    ['{}', 'neither a saved history nor an export of one cart'],
    [text.replace('"quantity": 1', '"quantity": "one"'), /At events\.\d\.data\.quantity/],
  ] as const) {
    await file(bad)
    await expect(panel.getByRole('alert')).toContainText(why)
  }
  await panel.getByRole('button', { name: 'Back to this cart' }).click()
  await expect(step(5)).toBeVisible()

  await tool('Slice').click()
  await dialog.getByLabel('From version').fill('2')
  const test = await saved(dialog.getByRole('button', { name: 'Test (vitest)' }).click())
  expect(test).toContain("it('AddItem at version 1'")
  expect(test).toContain('given(cart, ...story.slice(0, 1))')
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in a branch: ${width} px`, async ({ page }) => {
    const { panel, dialog, happens, tool } = branchingOn(page)
    await page.setViewportSize({ width, height: 844 })
    await page.reload()
    await expect(panel).toBeVisible()
    await happens(1).uncheck()
    await expect(panel).toContainText('Refused')
    await expectAccessible(page, { include: ['[aria-label="What if"]'] })
    await tool('Insert').click()
    await expect(dialog.getByLabel('What happens')).toBeVisible()
    await expectAccessible(page, { include: ['[role=dialog]'] })
  })
}
