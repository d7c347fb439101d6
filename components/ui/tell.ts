/** A short message to who is at the page. */
export interface Toast {
  readonly text: string
  /** Something went wrong. */
  readonly isTrouble?: boolean
  /** A message takes the place of the one before it with the same id. */
  readonly id?: string
  readonly durationMs?: number
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

type Listener = (told: Toast) => void

let listener: Listener | undefined
let untold: readonly Toast[] = []
const watchers = new Set<() => void>()

/** Shows a message; the first ones wait until what shows them is there. */
export const tell = (text: string, how: Omit<Toast, 'text'> = {}): void => {
  const told = { ...how, text }
  if (listener) {
    listener(told)
    return
  }
  untold = [...untold, told]
  for (const watcher of watchers) watcher()
}

export const tellTrouble = (text: string, how: Omit<Toast, 'text' | 'isTrouble'> = {}): void =>
  tell(text, { ...how, isTrouble: true })

/** Is there a message that nobody showed? */
export const isUntold = (): boolean => untold.length > 0

/** Calls back when a message waits; gives what stops it. */
export const watchUntold = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Shows what waited and all that comes; gives what stops it. */
export const hearTold = (hears: Listener): (() => void) => {
  listener = hears
  const waited = untold
  untold = []
  for (const told of waited) hears(told)
  return () => {
    listener = undefined
  }
}
