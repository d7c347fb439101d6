import { expect, fillCart, shopOn, test } from './support/story'

test.beforeEach(({ page }) => fillCart(page))

/** What the cart must hold at each version: lines and total. */
const past = [
  { version: 0, mugs: 0, headphones: 0, total: '$0.00' },
  { version: 1, mugs: 0, headphones: 0, total: '$0.00' },
  { version: 2, mugs: 1, headphones: 0, total: '$15.99' },
  { version: 3, mugs: 1, headphones: 1, total: '$115.98' },
  { version: 4, mugs: 2, headphones: 1, total: '$131.97' },
  { version: 5, mugs: 2, headphones: 0, total: '$31.98' },
]

test('the slider shows the right cart at every version, without a request', async ({ page }) => {
  const { cart, slider, expectVersion } = shopOn(page)
  const requests: string[] = []
  page.on('request', (request) => {
    // Chromium looks at the tab's icon anew whenever the address changes; code comes ahead once the page is quiet.
    const isOfPage = request.url().includes('/icon.svg') || request.resourceType() === 'script'
    if (!isOfPage) requests.push(request.url())
  })
  await slider.focus()
  await page.keyboard.press('Home')
  for (const { version, mugs, headphones, total } of past) {
    await expectVersion(version)
    if (mugs + headphones > 0) await expect(cart).toContainText(total)
    await expect(cart.getByText('Ceramic Mug', { exact: true })).toHaveCount(mugs > 0 ? 1 : 0)
    await expect(cart.getByText('Wireless Headphones', { exact: true })).toHaveCount(headphones)
    if (version < 5) await page.keyboard.press('ArrowRight')
  }
  expect(requests).toEqual([])
})

test('tells where it is', async ({ page }) => {
  const { slider, expectVersion } = shopOn(page)
  await expect(slider).toHaveAttribute('aria-valuemin', '0')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Version 5 of 5, ItemRemoved, \d\d:\d\d:\d\d$/)
  await page.getByRole('button', { name: 'Previous event' }).click()
  await expectVersion(4)
  await expect(slider).toHaveAttribute('aria-valuetext', /^Version 4 of 5, ItemAdded, /)
  await page.getByRole('button', { name: 'Next event' }).click()
  await expectVersion(5)
})

test('the past is read-only, stays put while the cart goes on, and leads back to live', async ({
  page,
  context,
}) => {
  const { increase, slider, expectHead, expectVersion } = shopOn(page)
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expectVersion(3)
  await expect(increase('Ceramic Mug').and(page.locator(':enabled'))).toHaveCount(0)

  const second = await context.newPage()
  await second.goto('/')
  await shopOn(second).increase('Ceramic Mug').click()
  await expectHead(6)
  await expectVersion(3)
  await expect(page.getByText(/1 new/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Return to live' }).click()
  await expectVersion(6)
  await shopOn(second).increase('Ceramic Mug').click()
  await expectVersion(7)
})

test('a link opens at its version, a reload stays there', async ({ page }) => {
  const { cart, expectVersion } = shopOn(page)
  await page.goto('/?v=3')
  await expectVersion(3)
  await expect(cart).toContainText('$115.98')
  await page.reload()
  await expectVersion(3)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Previous event' }).click()
  await expect(page).toHaveURL(/v=2/)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.reload()
  await expectVersion(2)
  await expect(cart).toBeInViewport()
  const back = page.getByRole('button', { name: 'Bring the cart back to this version…' })
  await expect(back).toBeInViewport({ ratio: 1 })
})

test('an address that names the head is live, and goes on with it', async ({ page, context }) => {
  const { expectVersion } = shopOn(page)
  await page.goto('/?v=5')
  await expectVersion(5)
  await expect(page).not.toHaveURL(/v=/)
  const second = await context.newPage()
  await second.goto('/')
  await shopOn(second).increase('Ceramic Mug').click()
  await expectVersion(6)
})

test('plays from nothing to the head', async ({ page }) => {
  const { slider, expectVersion } = shopOn(page)
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expectVersion(5)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('plays at the pace one likes, and stops where one says', async ({ page }) => {
  const { slider, expectVersion } = shopOn(page)
  const [play, pause] = ['Play', 'Pause'].map((name) => page.getByRole('button', { name, exact: true }))
  const atPace = async (pace: string) => {
    await page.getByRole('button', { name: 'Pace and layout' }).click()
    await page.getByRole('radio', { name: pace, exact: true }).check()
    await page.keyboard.press('Escape')
  }
  await slider.focus()
  await page.keyboard.press('Home')
  await atPace('0.5×')
  await play?.click()
  await expectVersion(1)
  await pause?.click()
  await expect(page).toHaveURL(/v=[1-4]$/)
  await atPace('50×')
  await play?.click()
  await expectVersion(5)
})

test('a version is gone to by its number, and by its place in time', async ({ page }) => {
  const { cart, expectVersion } = shopOn(page)
  const field = page.getByRole('textbox', { name: 'Go to version' })
  await field.fill('3')
  await field.press('Enter')
  await expectVersion(3)
  await expect(page).toHaveURL(/v=3/)
  await expect(cart).toContainText('As it was at version 3')
  await field.fill('99')
  await field.press('Enter')
  await expectVersion(5)
  await page.getByRole('button', { name: 'Pace and layout' }).click()
  await page.getByRole('radio', { name: /^By time/ }).check()
  await page.keyboard.press('Escape')
  await shopOn(page).slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expectVersion(4)
})
