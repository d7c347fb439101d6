import type { Page } from '@playwright/test'
import { expect, fillCart, shopOn, test } from './support/story'

test.beforeEach(({ page }) => fillCart(page))

/** Takes the needle, and gives what drags it to a place from 0 to 1. */
const takeNeedle = async (page: Page) => {
  const strip = await shopOn(page).slider.boundingBox()
  if (!strip) throw new Error('The strip is not to be seen')
  const drag = (place: number) => page.mouse.move(strip.x + place * strip.width, strip.y + strip.height / 2)
  await drag(0.5)
  await page.mouse.down()
  return drag
}

const goOn = async (page: Page) => {
  const other = await page.context().newPage()
  await other.goto('/')
  await shopOn(other).increase('Ceramic Mug').click()
}

test('a needle held at the end goes along with the cart, and is live when it is let go', async ({ page }) => {
  const { expectHead, expectVersion } = shopOn(page)
  const drag = await takeNeedle(page)
  await drag(1)
  await expectVersion(5)
  await goOn(page)
  await expectHead(6)
  await expectVersion(6)
  await page.mouse.up()
  await expectVersion(6)
  await expect(page).not.toHaveURL(/v=/)
})

test('live is where one stays who went there with the needle in the hand', async ({ page }) => {
  const { expectVersion } = shopOn(page)
  const drag = await takeNeedle(page)
  await drag(0.2)
  await expectVersion(1)
  await page.keyboard.press('l')
  await expectVersion(5)
  await page.mouse.up()
  await expectVersion(5)
})

test('who takes the needle stops what is playing', async ({ page }) => {
  const { slider, expectVersion } = shopOn(page)
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const drag = await takeNeedle(page)
  await drag(0.4)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await page.mouse.up()
  await expectVersion(2)
})

test('who chooses an event of the timeline stops what is playing there', async ({ page }) => {
  const { slider, timeline, expectVersion } = shopOn(page)
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await timeline.getByRole('button', { name: 'Go to version 2' }).click()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expectVersion(2)
})

test('who passes through the version’s field stays live', async ({ page }) => {
  const { expectHead, expectVersion } = shopOn(page)
  await page.getByRole('textbox', { name: 'Go to version' }).focus()
  await goOn(page)
  await expectHead(6)
  await page.keyboard.press('Tab')
  await expectVersion(6)
})
