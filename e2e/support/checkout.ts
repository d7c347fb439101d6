import type { Locator } from '@playwright/test'

/** Fills in a checkout to be sent to Bath. */
export const fillInCheckout = async (form: Locator): Promise<void> => {
  await form.getByLabel('Name', { exact: true }).fill('Jane Shore')
  await form.getByLabel('E-mail').fill('jane@example.org')
  await form.getByLabel('Country').selectOption('United Kingdom')
  await form.getByLabel(/street/i).fill('12 Long Lane')
  await form.getByLabel('City').fill('Bath')
  await form.getByLabel('Postcode').fill('BA1 1AA')
}
