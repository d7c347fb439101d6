import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, expectAwake, fillCart, shopOn, signInAsOperator, test } from './support/story'

/** The operator's page, looking at the cart of a guest's page. */
const staffBeside = async (browser: Browser, guest: Page, more = ''): Promise<Page> => {
  const { user } = await (await guest.request.get('/api/auth/get-session')).json()
  const headers = { authorization: `Bearer ${process.env.SHOP_STAFF_KEY}` }
  const sent = await guest.request.get('/api/events?type=CartCreated&limit=1000', { headers })
  const { events } = await sent.json()
  const created = events.find(({ data }: { data: { customerId: string } }) => data.customerId === user.id)
  const staff = await (await browser.newContext()).newPage()
  await staff.goto(`/carts/${created.streamId}${more}`)
  await signInAsOperator(staff)
  await expect(staff.getByRole('heading', { name: 'One cart’s record' })).toBeVisible()
  await expectAwake(staff)
  return staff
}

/** What a page shows of the others. */
const togetherOn = (page: Page) => ({
  ...shopOn(page),
  menu: page.getByRole('button', { name: /look(s)? at this cart: show who/ }),
  list: page.getByRole('list', { name: 'Who else looks at this cart' }),
  stop: page.getByRole('button', { name: 'Stop following the shopper' }),
  follow: async () => {
    await page.getByRole('button', { name: /look(s)? at this cart: show who/ }).click()
    await page.getByRole('button', { name: 'Follow the shopper' }).click()
  },
})

test('staff sees the shopper, follows, and stops by a move of their own, by Escape, and by the button', async ({
  page,
  browser,
}) => {
  await fillCart(page)
  const shop = shopOn(page)
  await expect(page.getByText('Support is looking')).toBeHidden()
  const staff = await staffBeside(browser, page)
  const { menu, list, stop, follow, slider, expectVersion } = togetherOn(staff)
  await expect(page.getByText('Support is looking')).toBeVisible()
  await expect(menu).toHaveAccessibleName('The shopper also looks at this cart: show who')

  await shop.slider.focus()
  await page.keyboard.press('ArrowLeft')
  await shop.expectVersion(4)
  await menu.click()
  await expect(list.getByRole('listitem')).toHaveText([/The shopper.*at version 4/])
  await staff.keyboard.press('Escape')
  await expectVersion(5)

  await follow()
  await expect(stop).toBeVisible()
  await expectVersion(4)
  await page.keyboard.press('Home')
  await expectVersion(0)
  await page.keyboard.press('End')
  await expectVersion(5)
  await shop.increase('Ceramic Mug').click()
  await expectVersion(6)
  await expect(stop).toBeVisible()

  await slider.focus()
  await staff.keyboard.press('ArrowLeft')
  await expect(stop).toBeHidden()
  await expectVersion(5)

  await follow()
  await expectVersion(6)
  await staff.keyboard.press('Escape')
  await expect(stop).toBeHidden()
  await follow()
  await stop.click()
  await expect(stop).toBeHidden()
  await shop.slider.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText('Support is looking')).toBeVisible()
  await menu.click()
  await expect(list.getByRole('listitem')).toHaveText([/at version 0/])
  await expectVersion(6)

  await staff.close()
  await expect(page.getByText('Support is looking')).toBeHidden()
})

test('one Escape is for one thing: first what came last', async ({ page, browser }) => {
  await fillCart(page)
  const staff = await staffBeside(browser, page)
  const { stop, follow } = togetherOn(staff)
  const comparison = staff.getByRole('region', { name: 'Comparison' })
  await staff.getByRole('button', { name: 'Compare', exact: true }).click()
  await follow()
  await expect(stop).toBeVisible()
  await expect(comparison).toBeVisible()
  await staff.keyboard.press('Escape')
  await expect(stop).toBeHidden()
  await expect(comparison).toBeVisible()
  await staff.keyboard.press('Escape')
  await expect(comparison).toBeHidden()
})

test('following goes on when the shopper loads the page anew', async ({ page, browser }) => {
  await fillCart(page)
  const staff = await staffBeside(browser, page)
  const { stop, follow, expectVersion } = togetherOn(staff)
  await follow()
  await page.goto('/?v=2')
  await expectVersion(2)
  await expect(stop).toBeVisible()
})

test('a link to the view says the moment at once', async ({ page, browser }) => {
  await fillCart(page)
  const staff = await staffBeside(browser, page)
  await staff.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await shopOn(staff).slider.focus()
  await staff.keyboard.press('Home')
  await shopOn(staff).expectVersion(0)
  await staff.getByRole('button', { name: 'Copy link to this view' }).click()
  const link = () => staff.evaluate(() => navigator.clipboard.readText())
  await expect.poll(link).toMatch(/\/carts\/[^?]+\?v=0$/)
  await staff.goto(await link())
  await shopOn(staff).expectVersion(0)
})

test('a link to a view leads there through the sign-in', async ({ page, browser }) => {
  await fillCart(page)
  const staff = await staffBeside(browser, page, '?v=2&c=1&diff=structure')
  await expect(staff).toHaveURL(/v=2&c=1&diff=structure/)
  await shopOn(staff).expectVersion(2)
  await expect(staff.getByRole('slider', { name: 'Compared with' })).toHaveAttribute('aria-valuenow', '1')
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in company: ${width} px`, async ({ page, browser }, info) => {
    await fillCart(page)
    const staff = await staffBeside(browser, page)
    await staff.setViewportSize({ width, height: 844 })
    await staff.reload()
    await expectAwake(staff)
    const { menu, list, stop, follow } = togetherOn(staff)
    await menu.click()
    await expect(list).toBeVisible()
    await expectAccessible(staff, { include: ['[role=dialog]'] })
    await info.attach('menu', { body: await staff.screenshot(), contentType: 'image/png' })
    await staff.keyboard.press('Escape')
    await follow()
    await expect(stop).toBeVisible()
    const heading = ['main > header', 'p:has(> [aria-label^="Stop following"])']
    await expectAccessible(staff, { include: heading })
    await info.attach('following', { body: await staff.screenshot(), contentType: 'image/png' })
  })
}
