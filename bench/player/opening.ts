import { type Finding, printFindings } from './finding'
import { median, repeat } from './median'
import type { SeededCart, Stage } from './stage'
import { countTransfer, type Transferred } from './transfer'

const runs = 9
const mostTimesShort = 1.5
const mostRows = 80
const mostNodes = 1_500

interface Opened {
  readonly view: number
  readonly hydrated: number
  readonly transferred: Transferred
  readonly rows: number
  readonly nodes: number
}

/** From the address to the first rows and the state on the screen, with an empty cache. */
export const measureOpening = async (stage: Stage): Promise<void> => {
  const { short, long, invoice } = stage.carts
  await openOnce(stage, long)
  const [ofShort, ofLong] = await takeTurns(stage, [short, long])
  const findings = [
    ...findingsOf(short, ofShort),
    ...findingsOf(long, ofLong, ofShort),
    ...(invoice ? findingsOf(invoice, (await takeTurns(stage, [invoice]))[0]) : []),
  ]
  printFindings('opening a cart', findings)
}

type Runs = readonly Opened[]

const takeTurns = async (stage: Stage, carts: readonly SeededCart[]): Promise<Runs[]> => {
  const turns = await repeat(runs, () => repeat(carts.length, (nth) => openOnce(stage, carts[nth])))
  return carts.map((_, nth) => turns.map((turn) => turn[nth] as Opened))
}

const openOnce = async (stage: Stage, cart: SeededCart | undefined): Promise<Opened> => {
  if (!cart) throw new Error('No such cart')
  const { page, cdp, close } = await stage.visit('staff')
  const transferred = await countTransfer(cdp)
  await page.goto(stage.urlOf(cart), { waitUntil: 'networkidle' })
  const [view, hydrated] = await page.evaluate(() =>
    Promise.all([window.probe.firstView, window.probe.hydrated]),
  )
  const region = page.getByRole('region', { name: 'Event timeline' })
  const opened = {
    view,
    hydrated,
    transferred: transferred(),
    rows: await region.locator('li[data-version]').count(),
    nodes: await region.locator('*').count(),
  }
  await close()
  return opened
}

const findingsOf = ({ name }: SeededCart, opened: Runs = [], compared?: Runs): Finding[] => {
  const of = (pick: (each: Opened) => number, among = opened) => median(among.map(pick))
  const timed = (what: string, pick: (each: Opened) => number): Finding => ({
    what: `${name}: ${what}`,
    measured: of(pick),
    unit: 'ms',
    atMost: compared && mostTimesShort * of(pick, compared),
  })
  const bytes = of(({ transferred: { data, scripts, rest } }) => data + scripts + rest)
  return [
    timed('rows and state on the screen', ({ view }) => view),
    timed('answers to the hand', ({ hydrated }) => hydrated),
    { what: `${name}: transferred`, measured: bytes / 1_000, unit: 'kB', atMost: 1_000 },
    {
      what: `${name}: of it the cart's data`,
      measured: of(({ transferred }) => transferred.data) / 1_000,
      unit: 'kB',
    },
    { what: `${name}: rows mounted`, measured: of(({ rows }) => rows), unit: '', atMost: mostRows },
    {
      what: `${name}: nodes in the timeline`,
      measured: of(({ nodes }) => nodes),
      unit: '',
      atMost: mostNodes,
    },
  ]
}
