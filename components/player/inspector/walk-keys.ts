import type { KeyboardEvent } from 'react'

const walked = '[data-walk]'

/**
 * Up, down, Home and End lead through the rows that can be opened; left to the nearest such cause, right to the nearest
 * that it led to.
 */
export const walkKeys = (event: KeyboardEvent<HTMLElement>): void => {
  const here = event.target instanceof Element ? event.target.closest(walked) : null
  if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const to = destination(event.key, here, [...event.currentTarget.querySelectorAll(walked)])
  if (!(to instanceof HTMLElement)) return
  event.preventDefault()
  event.stopPropagation()
  to.focus()
}

const destination = (key: string, here: Element, rows: readonly Element[]): Element | null | undefined => {
  switch (key) {
    case 'ArrowUp':
      return rows[rows.indexOf(here) - 1]
    case 'ArrowDown':
      return rows[rows.indexOf(here) + 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowLeft':
      return causeOf(here)
    case 'ArrowRight':
      return here.closest('li')?.querySelector(`:scope > ul ${walked}`)
    default:
      return undefined
  }
}

const causeOf = (here: Element): Element | undefined => {
  const cause = here.closest('li')?.parentElement?.closest('li')
  if (!cause) return undefined
  return cause.querySelector(`:scope > div > ${walked}`) ?? causeOf(cause)
}
