import { expectAccessible } from './support/accessible'
import { expect, shopOn, signInAsOperator, test } from './support/story'

const product = '/streams/product/ceramic-mug'

test('staff looks at a product as at any stream: its events, its past, what differs, what it comes from', async ({
  page,
}) => {
  await page.goto(`${product}?v=0`)
  await expect(page).toHaveURL(/sign-in/)
  await signInAsOperator(page)
  await expect(page).toHaveURL(new RegExp(`${product}\\?v=0$`))

  const { timeline, slider } = shopOn(page)
  const state = page.getByRole('region', { name: 'Product', exact: true })
  await expect(page.getByRole('heading', { name: 'One product’s record' })).toBeVisible()
  await expect(state).toContainText('before anything happened')
  await expect(state).not.toContainText('Ceramic Mug')

  await slider.press('End')
  await expect(state).toContainText('"Ceramic Mug"')
  await expect(timeline).toContainText(/Product listed: .?Ceramic Mug.? at \$15\.99/)
  await expect(page.getByRole('button', { name: 'What if' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Comparison' })).toContainText('listing added')

  await page.goto(`${product}?panel=when&when=version = 1`)
  await expect(page.getByRole('region', { name: 'When', exact: true })).toContainText('Became true')

  await page.goto(`${product}?e=1&tab=story`)
  await page
    .getByRole('link', { name: /Product listed/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/streams\/product\/[^?]+\?v=1&e=1/)
  await expect(page.getByRole('region', { name: 'Event', exact: true })).toContainText('Product listed')
  await expectAccessible(page)
})

test('what is no stream, or not one’s own, is not found', async ({ page }) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  for (const path of [product, '/streams/product/nothing', '/streams/nothing/1'])
    expect((await page.goto(path))?.status()).toBe(404)
})
