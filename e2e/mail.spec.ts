import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { startMailServer } from '../lib/kit/testing/mail-server'
import { expectAccessible } from './support/accessible'
import { linkTo, lookIntoMail } from './support/mail'
import { startShop } from './support/shop-server'
import {
  askToSignUp,
  customerPassword,
  expect,
  shopOn,
  signIn,
  signInAsOperator,
  signUp,
  test,
} from './support/story'

const account = (page: Page) => page.getByRole('link', { name: 'Your account' })

const askForPassword = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { name: 'A new password.' })).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the mail' }).click()
  await expect(lookIntoMail(page)).toBeFocused()
}

/** All that a page says of an address that it was told. */
const told = async (page: Page, email: string): Promise<string> =>
  ((await page.getByRole('main').textContent()) ?? '').replaceAll(email, 'the address')

/** A mail's frame lets no script in, axe neither. */
const expectFit = (page: Page): Promise<void> => expectAccessible(page, { exclude: 'iframe' })

test('whether an address has an account is told to its reader alone', async ({ page, browser }) => {
  const email = await signUp(page)
  const stranger = await (await browser.newContext()).newPage()
  const nobodys = `${crypto.randomUUID()}@example.com`
  await askToSignUp(stranger, email)
  const ofKnown = await told(stranger, email)
  await askToSignUp(stranger, nobodys)
  expect(await told(stranger, nobodys)).toBe(ofKnown)
  await askForPassword(stranger, email)
  const forgotten = await told(stranger, email)
  await askForPassword(stranger, `other-${nobodys}`)
  expect(await told(stranger, `other-${nobodys}`)).toBe(forgotten)
  await expect(stranger.getByText('Guest', { exact: true })).toBeVisible()
})

test('a link that is opened elsewhere asks for a password, and leaves the cart where it is', async ({
  page,
  browser,
}) => {
  await page.goto('/')
  await shopOn(page).add('Ceramic Mug')
  await shopOn(page).expectHead(2)
  const email = `${crypto.randomUUID()}@example.com`
  await askToSignUp(page, email)

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const link = await linkTo(page, email)
  await phone.goto(link)
  await expect(phone.getByLabel('E-mail')).toHaveValue(email)
  await phone.getByLabel('Password').fill('qwertyuiop')
  await phone.getByRole('button', { name: 'Finish signing up' }).click()
  await expect(phone.getByText('among the most common ones')).toBeVisible()
  await phone.getByLabel('Password').fill('chosen on the phone')
  await phone.getByRole('button', { name: 'Finish signing up' }).click()
  await expect(account(phone)).toBeVisible()
  await expect(shopOn(phone).cart.getByText('Ceramic Mug')).toHaveCount(0)

  await page.goto(link)
  await expect(page.getByText('This link was used, or its time is over.')).toBeVisible()
  await page.goto('/')
  await expect(shopOn(page).cart.getByText('Ceramic Mug')).toBeVisible()
  await page.goto('/sign-in')
  await signIn(page, email, customerPassword)
  await expect(page.getByText('don’t go together')).toBeVisible()
  await signIn(page, email, 'chosen on the phone')
  await expect(account(page)).toBeVisible()
})

test('who forgot a password chooses another one by a link, and is signed out everywhere', async ({
  page,
  browser,
}) => {
  const email = await signUp(page)
  const elsewhere = await (await browser.newContext()).newPage()
  await askForPassword(elsewhere, email)
  const link = await linkTo(elsewhere, email)
  await elsewhere.goto(link)
  await expect(elsewhere.getByLabel('E-mail')).toHaveValue(email)
  await elsewhere.getByLabel('New password').fill('short')
  await elsewhere.getByRole('button', { name: 'Change password' }).click()
  await expect(elsewhere.getByText('must have at least 10 characters')).toBeVisible()
  await elsewhere.getByLabel('New password').fill('a password after that one')
  await elsewhere.getByRole('button', { name: 'Change password' }).click()
  await expect(elsewhere.getByText('Your password is changed.')).toBeVisible()

  await page.reload()
  await expect(account(page)).toHaveCount(0)
  await elsewhere.getByRole('link', { name: 'Sign in' }).last().click()
  await signIn(elsewhere, email, customerPassword)
  await expect(elsewhere.getByText('don’t go together')).toBeVisible()
  await signIn(elsewhere, email, 'a password after that one')
  await expect(account(elsewhere)).toBeVisible()
  await page.goto(link)
  await expect(page.getByText('This link was used, or its hour is over.')).toBeVisible()
})

test('mails are staff’s to see, and nobody else’s', async ({ page, browser }) => {
  const email = await signUp(page)
  expect((await page.goto('/outbox'))?.status()).toBe(404)
  const staff = await (await browser.newContext()).newPage()
  await staff.goto(`/outbox?${new URLSearchParams({ to: email })}`)
  await signInAsOperator(staff)
  await expect(staff.getByRole('heading', { name: 'Mail' })).toBeVisible()
  await expect(staff.getByText('This shop has no server that sends mail.')).toBeVisible()
  await expect(staff.getByLabel('To')).toHaveValue(email)
  const mails = staff.getByRole('table').getByRole('link')
  await expect(mails).toHaveText([email])
  const path = (await mails.getAttribute('href')) ?? ''
  expect((await page.goto(path))?.status()).toBe(404)
  await mails.press('Enter')
  await expect(staff.getByRole('link', { name: /\/sign-up\/finish#/ })).toBeVisible()
  await expect(staff.frameLocator('iframe').getByRole('heading', { name: 'One more step.' })).toBeVisible()
  for (const odd of ['/outbox/%00', '/outbox/none', '/outbox?before=x&to=%00&show=1'])
    expect((await staff.request.get(odd)).status(), odd).toBeLessThan(500)
})

for (const width of [1440, 390, 320])
  test(`axe finds nothing where accounts and mails are: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const email = `${crypto.randomUUID()}@example.com`
    await askToSignUp(page, email)
    await expectFit(page)
    await page.goto(await linkTo(page, email))
    await expect(page.getByRole('button', { name: 'Finish signing up' })).toBeEnabled()
    await expectFit(page)
    await page.goto('/forgot-password')
    await expectFit(page)
    await page.goto('/reset-password#none')
    await expect(page.getByText('This link was used')).toBeVisible()
    await expectFit(page)
    const outbox = `/outbox?${new URLSearchParams({ to: email })}`
    await page.goto(`/sign-in?${new URLSearchParams({ next: outbox })}`)
    await signInAsOperator(page)
    await expect(page.getByRole('heading', { name: 'Mail' })).toBeVisible()
    await expectFit(page)
    await page.getByRole('table').getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Your account at Hindsight' })).toBeVisible()
    await expectFit(page)
  })

test('with a server mails are sent, and what they say is for their readers alone', async ({ browser }) => {
  test.setTimeout(120_000)
  const server = await startMailServer()
  const shop = await startShop({ SMTP_URL: server.url, MAIL_FROM: 'The Shop <shop@example.com>' })
  try {
    const page = await (await browser.newContext({ baseURL: shop.url })).newPage()
    const email = 'ada@example.com'
    await askToSignUp(page, email)
    await expect(page.getByText('A mail is on its way to')).toBeVisible()
    await expect.poll(() => server.received.length).toBe(1)
    const [received] = server.received
    expect(received?.mail.from).toEqual({ name: 'The Shop', address: 'shop@example.com' })
    const link = /http\S+#[\w-]{43}/.exec(received?.mail.text ?? '')?.[0] ?? ''
    expect(link).toContain(`${shop.url}/sign-up/finish#`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 320, height: 640 })
      await page.setContent(received?.mail.html ?? '')
      const { violations } = await new AxeBuilder({ page })
        .disableRules(['landmark-one-main', 'region'])
        .analyze()
      expect(violations, `the mail's own look, ${colorScheme}`).toEqual([])
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(link)
    await page.getByRole('button', { name: 'Finish signing up' }).click()
    await expect(account(page)).toBeVisible()

    server.treat({ recipient: 550 })
    await askForPassword(page, 'nobody@example.com')
    const staff = await (await browser.newContext({ baseURL: shop.url })).newPage()
    await staff.goto('/outbox?show=refused')
    await signIn(staff, shop.operator.email, shop.operator.password)
    const rows = staff.getByRole('row')
    await expect(rows.filter({ hasText: 'nobody@example.com' })).toContainText('550')
    await staff.getByRole('table').getByRole('link').click()
    await expect(staff.getByText('for its reader alone')).toBeVisible()
    await expect(staff.getByText('There is no account.')).toHaveCount(0)
    await staff.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => server.received.length).toBe(2)
    await staff.goto('/outbox')
    await expect(rows.filter({ hasText: 'nobody@example.com' })).toContainText('Sent')
  } finally {
    await shop.remove()
    await server.close()
  }
})
