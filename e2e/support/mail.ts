import { expect, type Page } from '@playwright/test'

const asStaff = () => ({ headers: { authorization: `Bearer ${process.env.SHOP_STAFF_KEY}` } })

const found = (pattern: RegExp, html: string): string => {
  const [, match] = pattern.exec(html) ?? []
  if (!match) throw new Error(`Nothing like ${pattern} is there`)
  return match
}

/** What the link in the newest mail to an address leads to, as staff finds it where the shop sends no mail. */
export const linkTo = async (page: Page, email: string): Promise<string> => {
  const read = async (path: string) => (await page.request.get(path, asStaff())).text()
  const list = await read(`/outbox?${new URLSearchParams({ to: email })}`)
  const mail = await read(found(/href="(\/outbox\/[\w-]+)"/, list))
  const { pathname, hash } = new URL(found(/href="([^"]+#[\w-]{43})"/, mail))
  return `${pathname}${hash}`
}

export const lookIntoMail = (page: Page) => page.getByRole('heading', { name: 'Look into your mail' })

/** Follows the link that a sign-up was answered with, in the browser that asked; ends in the shop. */
export const finishSignUp = async (page: Page, email: string): Promise<void> => {
  await expect(lookIntoMail(page)).toBeVisible()
  await page.goto(await linkTo(page, email))
  await page.getByRole('button', { name: 'Finish signing up' }).click()
  await expect(page).not.toHaveURL(/sign-up/)
}
