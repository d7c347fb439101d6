import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { environment } from './shop-server'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Sets a product's price, in cents, in the stories' shop, and waits until its catalogue says so. */
export const setPrice = async (page: Page, productId: string, amount: number): Promise<void> => {
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'e2e/support/price-setter.ts', productId, String(amount)],
    { cwd: root, env: environment(process.env.SHOP_DATA_DIR as string) },
  )
  await expect
    .poll(async () => {
      const { products } = await (await page.request.get(`/api/products?q=${productId}`)).json()
      return products[0]?.unitPrice.amount
    })
    .toBe(amount)
}
