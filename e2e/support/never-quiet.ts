import type { Page } from 'playwright'

/** However slowly the page comes, what it fetches after a while of quiet isn't fetched: its longer timers never end. */
export const neverQuiet = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const set = window.setTimeout.bind(window)
    const isLong = (ms: number | undefined): boolean => ms !== undefined && ms >= 3_000
    window.setTimeout = ((callback: () => void, ms?: number) =>
      isLong(ms) ? 0 : set(callback, ms)) as typeof window.setTimeout
  })
