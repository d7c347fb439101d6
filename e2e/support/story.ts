import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { finishSignUp, lookIntoMail } from './mail'
import type { Operator } from './shop-server'

export const shopUrl = (): string => process.env.SHOP_URL as string
export const operator = (): Operator => JSON.parse(process.env.SHOP_OPERATOR as string)

/** A story on the shared shop; a page that logs an error to its console fails it. */
export const test = base.extend<{ quiet: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  baseURL: async ({}, use) => use(shopUrl()),
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await use(undefined)
      expect(errors, 'errors on the page').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** What customers of stories sign up with. */
export const customerPassword = 'a password of this story'

/** Asks for the link with which the page's guest becomes a customer. */
export const askToSignUp = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(customerPassword)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(lookIntoMail(page)).toBeFocused()
}

/** Makes the page's guest a customer; gives the address. */
export const signUp = async (page: Page): Promise<string> => {
  const email = `${crypto.randomUUID()}@example.com`
  await askToSignUp(page, email)
  await finishSignUp(page, email)
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible()
  return email
}

/** Signs in by the form that is shown. */
export const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in as the operator by the form that is shown. */
export const signInAsOperator = (page: Page): Promise<void> =>
  signIn(page, operator().email, operator().password)

/** A page of the shop as the person sees it. */
export const shopOn = (page: Page) => {
  const cart = page.getByRole('region', { name: 'Cart', exact: true })
  const timeline = page.getByRole('region', { name: 'Event timeline' })
  const slider = page.getByRole('slider', { name: 'Version' })
  return {
    cart,
    timeline,
    slider,
    add: (product: string): Promise<void> =>
      page.getByRole('button', { name: `Add ${product} to cart` }).click(),
    increase: (product: string): Locator =>
      cart.getByRole('button', { name: `Increase quantity of ${product}` }),
    decrease: (product: string): Locator =>
      cart.getByRole('button', { name: `Decrease quantity of ${product}` }),
    remove: (product: string): Locator => cart.getByRole('button', { name: `Remove ${product}` }),
    /** The head the slider can go to. */
    expectHead: (version: number): Promise<void> =>
      expect(slider).toHaveAttribute('aria-valuemax', String(version)),
    expectVersion: (version: number): Promise<void> =>
      expect(slider).toHaveAttribute('aria-valuenow', String(version)),
  }
}

/** Waits until a desk that was just opened hears keys and follows the log. */
export const expectAwake = (page: Page): Promise<void> =>
  expect(page.locator('[data-connection=live]')).toBeAttached()

/** Waits until the code of all parts of the page is there. */
export const expectThere = (page: Page): Promise<void> => expect(page.locator('[data-asleep]')).toHaveCount(0)

/** Waits until nothing in the cart is on its way any more. */
export const expectAllSent = (page: Page): Promise<void> =>
  expect(shopOn(page).cart.locator('[data-pending]')).toHaveCount(0)

/** Makes the page's guest a cart of one mug: version 2. Gives their shop. */
export const beginCart = async (page: Page) => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.expectHead(2)
  await expectAwake(page)
  return shop
}

/** Makes the page's guest a cart of two mugs, and headphones that were taken out again: version 5. */
export const fillCart = async (page: Page): Promise<void> => {
  await page.goto('/')
  const shop = shopOn(page)
  await shop.add('Ceramic Mug')
  await shop.add('Wireless Headphones')
  await shop.expectHead(3)
  await shop.increase('Ceramic Mug').click()
  await shop.expectHead(4)
  await shop.remove('Wireless Headphones').click()
  await shop.expectHead(5)
  await expectAwake(page)
}
