import { readFile } from 'node:fs/promises'

/** What `probe.js` offers in every page that is measured. Times are `performance.now()` unless they are named otherwise. */
export interface Probe {
  /** When first there was something of the cart's state and timeline on the screen. */
  readonly firstView: Promise<number>
  /** When the page first answered to hand and keys. */
  readonly hydrated: Promise<number>
  /** Since the page was opened. */
  readonly longTasks: number[]
  readonly layoutShift: () => number
  readonly largestPaint: () => number
  /** The longest from a hand's move to the paint after it; the interaction's name with it. */
  readonly slowestInteraction: () => { readonly name: string; readonly duration: number }
  /** Moves the slider to a version, and says how long it took until its total was painted. */
  readonly seek: (version: number, total: string) => Promise<number>
  /** `Date.now()`s at which each new head was on the screen, by version. */
  readonly heads: Record<number, number>
  /** `Date.now()`s of the clicks. */
  readonly clicks: number[]
}

declare global {
  interface Window {
    readonly probe: Probe
  }
}

export const readProbe = (): Promise<string> => readFile(new URL('probe.js', import.meta.url), 'utf8')
