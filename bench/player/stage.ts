import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright'
import { v7 as uuidv7 } from 'uuid'
import { type ShopServer, startShop } from '../../e2e/support/shop-server'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import type { CartEvent } from '../../lib/shop/cart/events'
import { findBrowser } from '../../scripts/browser'
import { ensureBuilt } from '../../scripts/prepare'
import { actor } from '../events'
import { biggestInvoice } from './biggest-invoice'
import { openShopLog, type ShopLog } from './log'
import { longStory } from './long-story'
import { readProbe } from './probe'

const patienceMs = 120_000
const viewport = { width: 1440, height: 900 }

export interface SeededCart {
  readonly id: string
  readonly name: string
  readonly events: readonly NewEvent<CartEvent>[]
}

export interface Carts {
  readonly short: SeededCart
  readonly long: SeededCart
  /** Where the retail file is. */
  readonly invoice: SeededCart | undefined
}

export interface Visit {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

/** The built shop on a Postgres of its own, its seeded carts, and a browser to look at them. */
export interface Stage {
  readonly shop: ShopServer
  readonly log: ShopLog
  readonly carts: Carts
  readonly urlOf: (cart: SeededCart) => string
  /** A page in a browser context of its own: nothing is cached. */
  readonly visit: (as: 'staff' | 'guest') => Promise<Visit>
  /** The cookie of the signed-in staff. */
  readonly staffCookie: string
}

/** Sets the stage, runs the work on it, and takes all of it down. */
export const onStage = async (work: (stage: Stage) => Promise<void>): Promise<void> => {
  ensureBuilt()
  const shop = await startShop()
  const log = await openShopLog(shop.dataDir)
  const browser = await chromium.launch({ executablePath: findBrowser() })
  try {
    const carts = await seed(log)
    const storageState = await signIn(browser, shop)
    await work({
      shop,
      log,
      carts,
      urlOf: ({ id }) => `${shop.url}/carts/${id}`,
      visit: async (as) =>
        visitOf(await browser.newContext({ viewport, ...(as === 'staff' && { storageState }) })),
      staffCookie: storageState.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    })
  } finally {
    await browser.close()
    await log.close()
    await shop.remove()
  }
}

const seed = async (log: ShopLog): Promise<Carts> => {
  const generated = async (length: number): Promise<SeededCart> => {
    const id = uuidv7()
    const events = longStory(id, length)
    await log.fill(id, events)
    return { id, name: `${length.toLocaleString('en')} events`, events }
  }
  const carts = {
    short: await generated(100),
    long: await generated(100_000),
    invoice: await seedInvoice(log),
  }
  await log.settled()
  return carts
}

const seedInvoice = async (log: ShopLog): Promise<SeededCart | undefined> => {
  const append = await biggestInvoice()
  if (!append) return undefined
  // It is filled in a part at a time: each event says by itself whose checkout it is.
  const events = (append.events as NewEvent<CartEvent>[]).map((event) => ({
    ...event,
    metadata: { ...event.metadata, actor },
  }))
  await log.fill(append.stream.id, events)
  return { id: append.stream.id, name: `an invoice, ${events.length.toLocaleString('en')} events`, events }
}

const signIn = async (browser: Browser, { url, operator }: ShopServer) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/sign-in?next=/carts`)
  await page.getByLabel(/mail/i).fill(operator.email)
  await page.getByLabel(/password/i).fill(operator.password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL(`${url}/carts`)
  const state = await context.storageState()
  await context.close()
  return state
}

const visitOf = async (context: BrowserContext): Promise<Visit> => {
  await context.addInitScript({ content: await readProbe() })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  return { page, cdp: await context.newCDPSession(page), close: () => context.close() }
}
