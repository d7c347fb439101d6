import { expect, type Page } from '@playwright/test'

/** The version of the cart that the browser has kept for when there is no network; undefined for none. */
const keptVersion = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => {
    // To open it would make it.
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'hindsight-kept')) return undefined
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const asking = indexedDB.open('hindsight-kept')
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
    try {
      if (!opened.objectStoreNames.contains('shop')) return undefined
      const asked = opened.transaction('shop').objectStore('shop').get('shop')
      const kept = await new Promise<
        { opening: { last: { events: { version: number }[] } } | null } | undefined
      >((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => resolve(undefined)
      })
      return kept && (kept.opening?.last.events.at(-1)?.version ?? 0)
    } finally {
      opened.close()
    }
  })

/** Waits until the page could be opened without network, with its cart at a version. */
export const expectKept = async (page: Page, version: number): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect.poll(() => keptVersion(page)).toBe(version)
}
