import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type HookReceiver, startHookReceiver } from '../lib/kit/testing/hook-receiver'
import { expectAccessible } from './support/accessible'
import { createKey } from './support/run-on'
import { type ShopServer, startShop } from './support/shop-server'
import { test as base, beginCart, expect, signIn } from './support/story'

interface Relayed {
  readonly shop: ShopServer
  readonly partner: HookReceiver
}

/** A story in a shop that relays what happens to carts to a partner. */
const test = base.extend<object, { relayed: Relayed }>({
  relayed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const partner = await startHookReceiver()
      const secrets = [`whsec_${randomBytes(24).toString('base64')}`]
      const targets = { partner: { type: 'webhook', url: partner.url, secrets, streamTypes: ['cart'] } }
      const shop = await startShop({ RELAY: JSON.stringify(targets) })
      await use({ shop, partner })
      await shop.remove()
      await partner.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ relayed }, use) => use(relayed.shop.url),
})
// One shop for all of them.
test.describe.configure({ mode: 'default' })

const openRelay = async (page: Page, { shop }: Relayed) => {
  await page.goto('/relay')
  await signIn(page, shop.operator.email, shop.operator.password)
  await expect(page.getByRole('heading', { name: 'Relay' })).toBeVisible()
  return page.getByRole('region', { name: 'partner' })
}

const eventTypes = ({ partner }: Relayed) =>
  partner.asked.map(({ body }) => JSON.parse(body).type.split('.').at(-1))

test('staff sees what a partner refuses, sends it again, lets the partner rest, and replays', async ({
  page,
  browser,
  relayed,
}) => {
  const { partner } = relayed
  partner.answer(({ body }, response) =>
    response.writeHead(body.includes('ItemAdded') ? 422 : 200).end('No mugs, thank you'),
  )
  const { increase, expectHead } = await beginCart(page)
  await increase('Ceramic Mug').click()
  await expectHead(3)
  const staff = await (await browser.newContext()).newPage()
  const target = await openRelay(staff, relayed)
  // The page looks by itself.
  await expect(target).toContainText('It answered 422: No mugs, thank you')
  await expect(target).toContainText('1 event of its stream behind it')
  expect(eventTypes(relayed)[0]).toBe('CartCreated')

  const tryAgain = target.getByRole('button', { name: /^Try ItemAdded at/ })
  await tryAgain.click()
  await expect(staff.getByText('It is tried again')).toBeVisible()
  await expect(target).toContainText('2 tries')
  // By itself it is tried only minutes later now.
  partner.answer()
  await tryAgain.click()
  await expect(target).toContainText('Up to date')
  await expect(target).not.toContainText('Refused')

  await target.getByRole('button', { name: 'Pause' }).click()
  await expect(target).toContainText('Paused')
  await target.getByRole('button', { name: 'Resume' }).click()
  await expect(target.getByRole('button', { name: 'Pause' })).toBeVisible()

  const before = partner.asked.length
  await target.getByRole('button', { name: 'Replay…' }).click()
  const dialog = staff.getByRole('dialog')
  await dialog.getByLabel('From a position').check()
  await dialog.getByLabel('Position in the log').fill('none')
  await dialog.getByRole('button', { name: 'Replay' }).click()
  await expect(dialog).toContainText('A position is a whole number from 1 on.')
  await dialog.getByLabel('Everything').check()
  await dialog.getByRole('button', { name: 'Replay' }).click()
  await expect(staff.getByText('partner is sent it again')).toBeVisible()
  await expect.poll(() => partner.asked.length).toBe(before + 3)
})

test('the relay is for staff, and so is what the API says of it', async ({ request, relayed: { shop } }) => {
  expect((await request.get('/api/relay')).status()).toBe(401)
  const [staff, shopper] = await Promise.all([
    createKey(shop.dataDir, 'staff'),
    createKey(shop.dataDir, 'shopper'),
  ])
  const as = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })
  expect((await request.get('/api/relay', as(shopper))).status()).toBe(403)
  const { targets } = await (await request.get('/api/relay', as(staff))).json()
  expect(targets).toMatchObject([
    { name: 'partner', type: 'webhook', status: 'running', streamTypes: ['cart'] },
  ])
  expect(JSON.stringify(targets)).not.toContain('whsec_')
  const post = (target: string, data: object) => request.post(`/api/relay/${target}`, { ...as(staff), data })
  expect((await post('nobody', { type: 'pause' })).status()).toBe(404)
  expect((await post('partner', { type: 'dance' })).status()).toBe(400)
  expect(await (await post('partner', { type: 'retry' })).json()).toEqual({ done: false })
  const described = await (await request.get('/api/asyncapi.json')).json()
  expect(described.asyncapi).toBe('3.0.0')
})

/** The bar leads on and says where one is, by itself or in a menu. */
const expectPlaces = async (page: Page, width: number) => {
  const opener = page.getByRole('button', { name: 'Pages' })
  if (width < 1280) await opener.click()
  else await expect(opener).toBeHidden()
  const places = page.getByRole('navigation', { name: 'Pages' })
  await expect(places.getByRole('link', { name: 'Relay' })).toHaveAttribute('aria-current', 'page')
  await places.getByRole('link', { name: 'Mail' }).click()
  await expect(page.getByRole('heading', { name: 'Mail' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Relay' })).toBeVisible()
}

for (const width of [1440, 390, 320])
  test(`axe finds nothing where the relay is seen: ${width} px`, async ({ page, relayed }) => {
    await page.setViewportSize({ width, height: 900 })
    const target = await openRelay(page, relayed)
    await expectAccessible(page)
    await expectPlaces(page, width)
    await target.getByRole('button', { name: 'Replay…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(target.getByRole('button', { name: 'Replay…' })).toBeFocused()
  })
