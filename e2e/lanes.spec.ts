import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { importSales } from './support/import-sales'
import { beginCart, expect, shopOn, signInAsOperator, signUp, test } from './support/story'

/** A story's page as a person sees it. */
const storyOn = (page: Page) => {
  const needle = page.getByRole('slider', { name: 'Needle' })
  return {
    needle,
    lanes: page.getByRole('tablist', { name: 'Lanes' }).getByRole('tab'),
    lane: (name: string | RegExp): Locator => page.getByRole('tab', { name }),
    events: page.getByRole('list', { name: 'Events of the story, oldest first' }).getByRole('button'),
    state: page.getByRole('tabpanel'),
    player: page.getByRole('region', { name: 'Player' }),
    expectStop: (stop: number): Promise<void> => expect(needle).toHaveAttribute('aria-valuenow', `${stop}`),
  }
}

/** Gives a customer credit by the form that is shown. */
const give = async (page: Page, amount: string, currency: string, why: string): Promise<void> => {
  await page.getByLabel('Amount').fill(amount)
  await page.getByLabel('Currency').fill(currency)
  await page.getByLabel('What for').fill(why)
  await page.getByRole('button', { name: 'Give credit' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'credited' })).toBeVisible()
}

/** Where the address says that the needle stands. */
const placeIn = (page: Page): string | null => new URL(page.url()).searchParams.get('at')

/** A customer with a mug in their cart, and a member of staff at that cart's page. */
const customerAndStaff = async (page: Page, staff: Page) => {
  const email = await signUp(page)
  await beginCart(page)
  const { user } = await (await page.request.get('/api/auth/get-session')).json()
  await staff.goto(`/sign-in?${new URLSearchParams({ next: `/carts?q=${user.id}` })}`)
  await signInAsOperator(staff)
  await staff
    .locator('main')
    .getByRole('link')
    .filter({ hasText: /^[0-9a-f]{8}/ })
    .first()
    .click()
  await shopOn(staff).expectHead(2)
  return { email, userId: user.id as string }
}

test('credit for what happened in a cart is one story with it: a lane each, one needle, live', async ({
  page,
  browser,
}) => {
  const staff = await (await browser.newContext()).newPage()
  const { userId } = await customerAndStaff(page, staff)
  await staff.getByRole('link', { name: 'Give credit for this' }).click()
  await expect(staff.getByText('For: 1 x Ceramic Mug added')).toBeVisible()
  await expect(staff.getByLabel('Customer')).toHaveValue(userId)
  await give(staff, '15.99', 'USD', 'It came in two')
  const creditPage = staff.url()
  await staff.getByRole('link', { name: 'See the story' }).click()

  // A lane for each stream, the needle at what was done last.
  const story = storyOn(staff)
  await expect(story.lanes).toHaveCount(2)
  await expect(story.events).toHaveCount(3)
  await expect(story.events.nth(2)).toContainText('$15.99 credited: It came in two')
  await expect(story.events.nth(2)).toContainText('Because of: 1 x Ceramic Mug added')
  await story.expectStop(3)
  await expect(story.player).toContainText('Event 3 of 3')

  // The state of the lane one looks at, as it was at the needle.
  await expect(story.lane(/^Account/)).toHaveAttribute('aria-selected', 'true')
  await expect(story.state).toContainText('$15.99')
  await story.needle.press('ArrowLeft')
  await story.expectStop(2)
  await expect(story.state).toContainText('As it was at version 1')
  await expect(story.state).toContainText('$0.00')
  await story.needle.press('Home')
  await expect(story.player).toContainText('Before the first event')
  await expect(story.state).toContainText('before anything happened')

  // Up and down lead to the lanes, the other arrows through the story all the same.
  await story.needle.press('ArrowUp')
  await expect(story.lane(/^Cart/)).toBeFocused()
  // It was begun before: that is another story.
  await expect(story.state).toContainText('As it was at version 1')
  await expect(story.state).not.toContainText('Ceramic Mug')
  await staff.keyboard.press('End')
  await expect(story.player).toContainText('Now')
  await expect(story.state).toContainText('Ceramic Mug')
  await expect(staff.locator('[data-connection=live]')).toBeAttached()

  // What comes is there without asking: another event, and another stream.
  const other = await staff.context().newPage()
  await other.goto(creditPage)
  await give(other, '4.01', 'USD', 'And it was late')
  await expect(story.events).toHaveCount(4)
  await expect(story.lanes).toHaveCount(2)
  await give(other, '3', 'EUR', 'Postage')
  await expect(story.lanes).toHaveCount(3)
  await expect(story.player).toContainText('Now')
  await shopOn(page).increase('Ceramic Mug').click()
  await expect(story.state).toContainText('$31.98')
  await expect(story.events).toHaveCount(6)

  // In the past what came is counted.
  await story.events.nth(1).click()
  await expect(story.lane(/usd/)).toHaveAttribute('aria-selected', 'true')
  await give(other, '1', 'USD', 'For the trouble')
  await expect(story.player).toContainText('1 new')
  await expect(story.state).toContainText('$0.00')
  await story.player.getByRole('button', { name: 'Return to live' }).click()
  await expect(story.state).toContainText('$21.00')

  // Their owner sees the same, but nobody else does.
  const path = new URL(staff.url()).pathname
  await page.goto(path)
  await expect(storyOn(page).lanes).toHaveCount(3)
  const stranger = await (await browser.newContext()).newPage()
  await signUp(stranger)
  expect((await stranger.goto(path))?.status()).toBe(404)
})

test('the needle follows the hand over all lanes', async ({ page, browser }) => {
  const staff = await (await browser.newContext()).newPage()
  await customerAndStaff(page, staff)
  await staff.getByRole('link', { name: 'Give credit for this' }).click()
  await give(staff, '5', 'USD', 'Thank you')
  await staff.getByRole('link', { name: 'See the story' }).click()
  const story = storyOn(staff)
  await story.expectStop(3)
  await expect(staff.locator('[data-connection]')).toBeAttached()

  const before = placeIn(staff)
  const box = await staff.getByRole('region', { name: 'Time', exact: true }).boundingBox()
  if (!box) throw new Error('The lanes are there')
  const [cartLane, accountLane] = [box.y + box.height / 4, box.y + (box.height * 3) / 4]
  await staff.mouse.move(box.x + box.width - 2, cartLane)
  await staff.mouse.down()
  await expect(story.lane(/^Cart/)).toHaveAttribute('aria-selected', 'true')
  await story.expectStop(4)
  await staff.mouse.move(box.x + 2, accountLane, { steps: 12 })
  await story.expectStop(0)
  await staff.mouse.up()
  await expect(story.lane(/^Cart/)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => placeIn(staff)).not.toBe(before)
  await staff.reload()
  await story.expectStop(0)
  await expect(story.lane(/^Cart/)).toHaveAttribute('aria-selected', 'true')

  await story.player.getByRole('button', { name: 'Play' }).click()
  await story.expectStop(4)
  await expect(story.player).toContainText('Now')
})

test('an imported sale is a story of its customer, its products and its cart, reached from an event', async ({
  page,
}) => {
  const number = `${Date.now()}`.slice(-6)
  await importSales([
    `9${number},S${number}A,TIN LANTERN,6,12/13/2010 8:26,3.39,7${number},France`,
    `9${number},S${number}B,GLASS STAR,2,12/13/2010 8:26,4.25,7${number},France`,
  ])
  await page.goto(`/sign-in?${new URLSearchParams({ next: `/carts/invoice-9${number}?e=3&tab=story` })}`)
  await signInAsOperator(page)
  await page.getByRole('link', { name: 'Open the story' }).click()
  const story = storyOn(page)
  await expect(story.lanes).toHaveCount(4)
  await expect(story.events).toHaveCount(7)
  await expect(story.lane(/^Cart/)).toHaveAttribute('aria-selected', 'true')
  await expect(story.player).toContainText('GLASS STAR added')
  await expect(story.player).toContainText('Began with: The import of sales.csv')
  await expect(story.state).toContainText('8 items')

  await story
    .lane(/^Product/)
    .first()
    .click()
  await expect(story.state).toContainText('"TIN LANTERN"')
  await page.getByRole('link', { name: 'Its whole record' }).click()
  await expect(page.getByRole('heading', { name: 'One product’s record' })).toBeVisible()
})

test('a long story comes in parts', async ({ page }) => {
  const number = `${Date.now()}`.slice(-6)
  const rows = Array.from(
    { length: 60 },
    (_, nth) => `8${number},L${number}${nth},THING ${nth},1,12/13/2010 8:26,1.25,6${number},France`,
  )
  await importSales(rows)
  await page.goto(`/sign-in?${new URLSearchParams({ next: `/carts/invoice-8${number}?e=61&tab=story` })}`)
  await signInAsOperator(page)
  await page.getByRole('link', { name: 'Open the story' }).click()
  const story = storyOn(page)
  await expect(story.player).toContainText('THING 59 added')
  const path = new URL(page.url()).pathname
  await page.goto(path)
  await expect(story.events).toHaveCount(100)
  await story.expectStop(100)
  await page.getByRole('link', { name: 'What comes next' }).click()
  await expect(story.events).toHaveCount(23)
  await expect(story.player).toContainText('Now')

  // An address that names an event leads to the part that has it.
  await story.events.last().click()
  await expect.poll(() => placeIn(page)).not.toBeNull()
  await page.goto(`${path}?at=${placeIn(page)}`)
  await expect(story.events).toHaveCount(1)
  await story.expectStop(1)
  await page.getByRole('link', { name: 'From the beginning' }).click()
  await expect(story.events).toHaveCount(100)
})

test('what is no story is not found, and asks who one is first', async ({ page }) => {
  await page.goto('/stories/nothing?at=3')
  await expect(page).toHaveURL(/sign-in/)
  await signInAsOperator(page)
  await expect(page).toHaveURL(/\/stories\/nothing\?at=3$/)
  expect((await page.goto('/stories/nothing'))?.status()).toBe(404)
  expect((await page.goto('/stories/..%2F'))?.status()).toBe(404)
})

for (const width of [1440, 390, 320])
  test(`axe finds nothing on a story’s page: ${width} px`, async ({ page, browser }) => {
    const staff = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
    await customerAndStaff(page, staff)
    await staff.getByRole('link', { name: 'Give credit for this' }).click()
    await give(staff, '5', 'USD', 'Thank you')
    await staff.getByRole('link', { name: 'See the story' }).click()
    const story = storyOn(staff)
    await story.expectStop(3)
    await expect(staff.locator('[data-connection=live]')).toBeAttached()
    for (const key of ['ArrowLeft', 'End']) {
      await story.needle.press(key)
      await expectAccessible(staff)
    }
  })
