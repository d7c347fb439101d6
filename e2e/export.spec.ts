import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { canonicalJson } from '@/lib/kit/events/canonical-json'
import { cartExport } from '@/lib/shop/cart/wire/api-export'
import { expect, fillCart, shopOn, test } from './support/story'

const exportOn = (page: Page) => {
  const { timeline } = shopOn(page)
  const menu = page.getByRole('navigation', { name: 'Export this cart’s events' })
  const open = () => timeline.getByRole('button', { name: 'Export' }).click()
  /** Takes the file and gives its name and what is in it. */
  const take = async (kind: string) => {
    const begun = page.waitForEvent('download')
    await menu.getByRole('link', { name: new RegExp(`^${kind}`) }).click()
    const download = await begun
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  return { timeline, menu, open, take }
}

/** What a JSON export has, once its count and its hash are found to be true. */
const verified = (text: string) => {
  const { manifest, events, trailer } = cartExport.parse(JSON.parse(text))
  const lines = events.map((event) => `${canonicalJson(event)}\n`).join('')
  expect(trailer.count).toBe(events.length)
  expect(trailer.sha256).toBe(createHash('sha256').update(lines).digest('hex'))
  return { selection: manifest.selection, versions: events.map(({ version }) => version) }
}

test.beforeEach(({ page }) => fillCart(page))

test('a cart is taken away whole', async ({ page }) => {
  const { menu, open, take } = exportOn(page)
  await open()
  await expect(menu.getByRole('radio')).toHaveCount(0)
  const { name, text } = await take('JSON')
  expect(name).toMatch(/^cart-.*-v1-5\.json$/)
  expect(verified(text)).toEqual({ selection: { from: 1, to: 5 }, versions: [1, 2, 3, 4, 5] })
  await expect(menu).toBeHidden()
})

test('what a filter shows is taken away, or all the same the whole cart', async ({ page }) => {
  const { timeline, menu, open, take } = exportOn(page)
  await page.goto('/?f=product:headphones')
  await expect(timeline).toContainText('2 of 5')
  await open()
  await expect(menu.getByRole('radio', { name: 'The 2 that match' })).toBeChecked()
  const filtered = await take('JSON')
  expect(filtered.name).toMatch(/-v1-5-filtered\.json$/)
  expect(verified(filtered.text)).toEqual({
    selection: { from: 1, to: 5, f: 'product:headphones' },
    versions: [3, 5],
  })

  await open()
  await menu.getByRole('radio', { name: 'All 5 events' }).check()
  expect(verified((await take('JSON')).text).versions).toEqual([1, 2, 3, 4, 5])
  await open()
  const { text } = await take('CSV')
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 5 + 1)
})
