import { expect, type Page } from '@playwright/test'
import { runOn } from './run-on'

/** Sets a product's price, in cents, in the stories' shop, and waits until its catalogue says so. */
export const setPrice = async (page: Page, productId: string, amount: number): Promise<void> => {
  const dataDir = process.env.SHOP_DATA_DIR as string
  await runOn(dataDir, 'e2e/support/price-setter.ts', productId, String(amount))
  await expect
    .poll(async () => {
      const { products } = await (await page.request.get(`/api/products?q=${productId}`)).json()
      return products[0]?.unitPrice.amount
    })
    .toBe(amount)
}
