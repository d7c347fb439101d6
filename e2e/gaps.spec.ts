import { randomInt } from 'node:crypto'
import { importSales } from './support/import-sales'
import { expect, expectAwake, shopOn, signInAsOperator, test } from './support/story'

test('a cart that was left alone says for how long; what comes after is a run of its own', async ({
  page,
}) => {
  const invoice = randomInt(1_000_000, 1_000_000_000)
  const sold = (at: string) => `${invoice},BALL,JUGGLING BALL,1,2011-03-04T${at}:00,2.50,,France`
  await importSales(['10:00', '10:05', '10:10', '13:15', '13:16', '13:17'].map(sold))

  await page.goto(`/carts/invoice-${invoice}`)
  await signInAsOperator(page)
  const { timeline, expectVersion } = shopOn(page)
  const rows = timeline.getByRole('list', { name: 'Events, newest first' }).getByRole('listitem')
  const gaps = rows.filter({ hasText: 'later' })
  await expect(rows).toHaveCount(8)
  await expectAwake(page)
  await expect(gaps).toHaveCount(1)
  await expect(rows.nth(3)).toContainText('3 h later')

  await timeline.getByRole('button', { name: 'Fold runs' }).click()
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText(/added 3 times.*5–7.*3 h later/s)
  await expect(rows.nth(2)).toContainText(/added 3 times.*2–4/s)
  await expect(gaps).toHaveCount(1)

  await rows.nth(1).getByRole('button', { name: /times/ }).click()
  await expect(rows).toHaveCount(7)
  await expect(gaps).toHaveCount(1)
  await expect(rows.nth(4)).toContainText('3 h later')
  await timeline.getByRole('button', { name: 'Go to version 4' }).click()
  await expectVersion(4)
})
