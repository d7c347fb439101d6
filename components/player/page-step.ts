import type { KeyboardEvent } from 'react'

const pages: Record<string, number> = { PageUp: 10, PageDown: -10 }

/** Page Up and Page Down move a slider by ten, whatever the browser makes of a page; the slider keeps to its ends. */
export const pageStep = (
  event: KeyboardEvent<HTMLInputElement>,
  value: number,
  onStep: (value: number) => void,
): void => {
  const by = pages[event.key]
  if (!by) return
  event.preventDefault()
  onStep(Math.min(Number(event.currentTarget.max), Math.max(0, value + by)))
}
