import type { CDPSession, Page } from 'playwright'
import { v7 as uuidv7 } from 'uuid'
import { type Finding, printFindings } from './finding'
import { longStory } from './long-story'
import type { Stage } from './stage'

const perSecond = 50
const minutes = 60
const reportedEvery = 10
/** What is appended together; the log is that much ahead of the page at most. */
const secondsAtOnce = 10
/** In MB. */
const mostGrowth = 32

interface Heap {
  readonly minute: number
  /** In MB, after collecting garbage. */
  readonly used: number
  readonly nodes: number
}

/** A page that watches a cart for an hour's worth of events, which come as quickly as it takes them. */
export const measureMemory = async (stage: Stage): Promise<void> => {
  const id = uuidv7()
  const events = longStory(id, (minutes * 60 + 10) * perSecond)
  const begun = 10 * perSecond
  await stage.log.fill(id, events.slice(0, begun))
  const { page, cdp, close } = await stage.visit('staff')
  await page.goto(`${stage.shop.url}/carts/${id}`, { waitUntil: 'networkidle' })
  await page.evaluate(() => window.probe.hydrated)
  const heaps: Heap[] = [await heapOf(cdp, 0)]
  for (let second = 0; second < minutes * 60; second += secondsAtOnce) {
    const version = begun + second * perSecond
    const now = version + secondsAtOnce * perSecond
    await stage.log.append(id, version, events.slice(version, now))
    const minute = (second + secondsAtOnce) / 60
    const isReported = minute % reportedEvery === 0
    await seen(page, isReported ? now : version)
    if (isReported) heaps.push(await heapOf(cdp, minute))
  }
  await close()
  printFindings(`memory, ${perSecond} live events a second`, findingsOf(heaps))
}

const seen = (page: Page, version: number) =>
  page.waitForFunction(
    (head) =>
      Number(document.querySelector('input[aria-label=Version]')?.getAttribute('aria-valuemax')) >= head,
    version,
  )

const heapOf = async (cdp: CDPSession, minute: number): Promise<Heap> => {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes } = await cdp.send('Memory.getDOMCounters')
  return { minute, used: usedSize / 1e6, nodes }
}

const findingsOf = (heaps: readonly Heap[]): Finding[] => [
  ...heaps.map(
    ({ minute, used }): Finding => ({ what: `heap after ${minute} min`, measured: used, unit: 'MB' }),
  ),
  {
    what: 'growth in the hour',
    measured: (heaps.at(-1)?.used ?? Number.NaN) - (heaps[0]?.used ?? 0),
    unit: 'MB',
    atMost: mostGrowth,
  },
  { what: 'nodes at the end', measured: heaps.at(-1)?.nodes ?? Number.NaN, unit: '' },
]
