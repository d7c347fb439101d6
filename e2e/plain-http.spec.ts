import { expect, expectAwake, shopOn, shopUrl, test } from './support/story'

const executablePath = process.env.CHROMIUM

// A name that isn't localhost: browsers hold back what they give to secure pages only.
test.use({
  launchOptions: {
    args: ['--host-resolver-rules=MAP shop.test 127.0.0.1'],
    ...(executablePath && { executablePath }),
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  baseURL: async ({}, use) => use(`http://shop.test:${new URL(shopUrl()).port}`),
})

test('the shop works by another name over plain http', async ({ page }) => {
  await page.goto('/')
  expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([false, false])
  const { add, increase, expectHead } = shopOn(page)
  await add('Ceramic Mug')
  await expectHead(2)
  await expectAwake(page)
  await increase('Ceramic Mug').click()
  await expectHead(3)
  await page.goto('/?e=3&tab=record')
  await expectHead(3)
  const hash = page.getByRole('region', { name: 'Hash' })
  await hash.getByRole('button', { name: 'Verify' }).click()
  await expect(hash.getByRole('status', { name: 'Verdict' })).toHaveText('Verified: event and chain match.')
  await hash.getByRole('button', { name: /^Copy hash of this event/ }).click()
  await expect(hash.getByText('Copied')).toBeAttached()
})
