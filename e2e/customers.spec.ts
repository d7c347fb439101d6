import { expectAccessible } from './support/accessible'
import { customerPassword, expect, signIn, signInAsOperator, signUp, test } from './support/story'

test('staff finds a customer, changes what is known of them, lets them in no more, and in again', async ({
  page,
  browser,
}) => {
  const email = await signUp(page)
  const staff = await (await browser.newContext()).newPage()
  await staff.goto('/customers')
  await signInAsOperator(staff)
  await staff.getByLabel('Find').fill(email)
  await staff.getByRole('button', { name: 'Find' }).click()
  await expectAccessible(staff)
  await staff.getByRole('table').getByRole('link').click()
  await expect(staff.getByRole('region', { name: 'What is known of them' })).toBeVisible()

  await staff.getByRole('textbox', { name: 'Name' }).fill('Ada King')
  await staff.getByRole('button', { name: 'Change name' }).click()
  await expect(staff.getByRole('heading', { name: 'Ada King' })).toBeVisible()
  await staff.getByRole('textbox', { name: 'Phone' }).fill('12')
  await staff.getByRole('button', { name: 'Change number' }).click()
  await expect(staff.getByText('That is no phone number.')).toBeVisible()
  await staff.getByRole('textbox', { name: 'Phone' }).fill('+44 20 7946 0958')
  await staff.getByRole('button', { name: 'Change number' }).click()
  await expect(staff.getByText('+442079460958')).toBeVisible()
  await expectAccessible(staff)

  await staff.getByRole('textbox', { name: 'Why they are let in no more' }).fill('Asked us to')
  await staff.getByRole('button', { name: 'Deactivate' }).click()
  await expect(staff.getByText('They can’t sign in')).toBeVisible()
  await page.goto('/sign-in')
  await signIn(page, email, customerPassword)
  await expect(page.getByText('This account was deactivated.')).toBeVisible()

  await staff.getByRole('button', { name: 'Reactivate' }).click()
  await expect(staff.getByText('Active', { exact: true })).toBeVisible()
  await signIn(page, email, customerPassword)
  await expect(page).not.toHaveURL(/sign-in/)

  await staff.getByRole('link', { name: 'Their record' }).click()
  await expect(staff.getByRole('region', { name: 'Event timeline' })).toContainText(
    'Deactivated: Asked us to',
  )
  await staff.getByRole('link', { name: 'All of this customer' }).click()
  await expect(staff.getByRole('heading', { name: 'Ada King' })).toBeVisible()
})
