import type { KeyboardEvent } from 'react'

const pages: Record<string, number> = { PageUp: 10, PageDown: -10 }
const shiftedPages: Record<string, number> = {
  ArrowRight: 10,
  ArrowUp: 10,
  ArrowLeft: -10,
  ArrowDown: -10,
}

/** Page Up and Page Down, and arrows with Shift, move a slider by ten; the slider keeps to its ends. */
export const pageStep = (
  event: KeyboardEvent<HTMLInputElement>,
  value: number,
  onStep: (value: number) => void,
): void => {
  const by = (event.shiftKey ? shiftedPages[event.key] : undefined) ?? pages[event.key]
  if (!by) return
  event.preventDefault()
  onStep(Math.min(Number(event.currentTarget.max), Math.max(0, value + by)))
}
