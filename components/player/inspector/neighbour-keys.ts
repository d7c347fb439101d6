import type { KeyboardEvent } from 'react'

interface Walk {
  readonly version: number
  readonly head: number
  readonly onStep: (version: number) => void
}

/** Left and right lead to the neighbouring events while the focus is within, but in what has arrows of its own. */
export const neighbourKeys =
  ({ version, head, onStep }: Walk) =>
  (event: KeyboardEvent): void => {
    const step = stepOf(event)
    const to = version + step
    if (step === 0 || to < 1 || to > head) return
    event.preventDefault()
    event.stopPropagation()
    onStep(to)
  }

const takers = '[role=tab], [role=menu], [data-walk], input, textarea, select'

const stepOf = (event: KeyboardEvent): number => {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
  if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return 0
  if (target instanceof Element && target.closest(takers)) return 0
  return key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
}
